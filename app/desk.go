//go:build !headless

package app

import (
	"delegation-briefing/app/command"
	"delegation-briefing/app/window"
)

func openWindow(d command.Desk, workspace string, files []string) error {
	leaveConsole()
	return window.Run(window.Config{
		Files: d.Files, Workspace: workspace, Open: files, Version: d.Version, Apart: d.Apart,
	})
}

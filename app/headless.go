//go:build headless

package app

import (
	"errors"

	"delegation-briefing/app/command"
)

func openWindow(command.Desk, string, []string) error {
	return errors.New("this build has no window: see delegation-briefing --help for its commands")
}

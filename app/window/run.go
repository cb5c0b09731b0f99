package window

import (
	"fmt"
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	_ "delegation-briefing/app/window/locale" // before Fyne looks for the language
)

// appID is where Fyne keeps what belongs to the window alone: its size, not a
// word of any statement.
const appID = "eu.delegation-briefing.desk"

// Run opens the window and returns when the officer closes it. It must be
// called from the goroutine that main runs on.
func Run(config Config) error {
	logFile := openLog(config.Version)
	defer logFile.Close()
	a := app.NewWithID(appID)
	if icon, err := fs.ReadFile(config.Files, "icon.png"); err == nil {
		a.SetIcon(fyne.NewStaticResource("icon.png", icon))
	}
	w, err := open(a, config)
	if err != nil {
		return fmt.Errorf("opening the window: %w", err)
	}
	w.win.ShowAndRun()
	return nil
}

package window

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/app/window/association"
	_ "delegation-briefing/app/window/locale" // before Fyne looks for the language
)

// appID is where Fyne keeps what belongs to the window alone: its size, not a
// word of any statement.
const appID = "eu.delegation-briefing.desk"

// ahead is how long the first window has the machine for itself, before others
// that were open beside it follow.
const ahead = 500 * time.Millisecond

// lastWork is how long the program goes on after its last window for what is
// under way: a version that is being kept, a file that is being written.
const lastWork = 5 * time.Second

// Run opens the window and returns when the officer closes it. Where a window
// is open on the workspace already, that one takes the files, and Run returns at
// once. It must be called from the goroutine that main runs on.
func Run(config Config) error {
	if !config.Apart && ring(config.Workspace, config.Open...) {
		return nil
	}
	dir := logDir()
	logFile := openLog(dir, config.Version)
	defer logFile.Close()
	return watched(dir, config.Version, func(report string) error { return run(config, report) })
}

// run shows the window, and first where the report of the last crash lies, if
// there is one, until the officer closes it.
func run(config Config, report string) error {
	a := app.NewWithID(appID)
	fyne.SetCurrentApp(calmed(a))
	if icon, err := fs.ReadFile(config.Files, "icon.png"); err == nil {
		a.SetIcon(fyne.NewStaticResource("icon.png", icon))
	}
	config.association, config.rescue = association.Here(), rescueDir(config.Workspace)
	config.collect, config.settle, config.rest = runtime.GC, letRendererGo, rest
	w, err := open(a, config)
	if err != nil {
		sorry(a, config, err)
		return fmt.Errorf("opening the window: %w", err)
	}
	b, err := hangBell(config.Workspace, func(files []string) { fyne.Do(func() { w.house.called(files...) }) })
	if err != nil {
		note("later starts will open a window of their own", err)
	}
	defer b.close()
	if report != "" {
		w.crashed(report)
	}
	w.offerRescued()
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	running, ended := context.WithCancel(ctx)
	defer ended()
	w.house.emptied = func() {
		b.close() // a later start opens its own window from now on
		w.house.seeToTheEnd(running, os.Exit)
	}
	go w.house.hearSignals(running)
	go w.house.follow(ctx, fyne.Do)
	if len(config.Open) == 0 && !config.Apart {
		time.AfterFunc(ahead, func() { fyne.Do(w.house.reopen) })
	}
	if err := show(w.win); err != nil {
		return err
	}
	a.Run()
	ended()
	w.house.finish(lastWork)
	return nil
}

// sorry tells in a window of its own why the workspace cannot be opened, until it is
// closed: who starts the program from a menu sees no terminal.
func sorry(a fyne.App, config Config, err error) {
	if e := speak(config.Files, a.Preferences().String(languageSetting)); e != nil {
		note("the window's language cannot be read", e)
	}
	win := a.NewWindow("Delegation Briefing")
	text := paragraph(L("The workspace cannot be opened:") + " " + config.Workspace + "\n\n" + inWords(err) + "\n\n" +
		L("Nothing was changed there. When it can be reached and written to again, start the program once more."))
	done := newAnswer(L("Close"), text, win.Close, win.Close)
	done.Importance = widget.HighImportance
	win.SetContent(container.NewPadded(container.NewBorder(nil, container.NewCenter(done), nil, nil, text)))
	win.Resize(fyne.NewSize(ems(34), ems(14)))
	win.Canvas().Focus(done)
	if show(win) == nil {
		a.Run()
	}
}

// show shows the first window. Where there is no display Fyne panics, and where
// Windows has no OpenGL it goes on without a window.
func show(win fyne.Window) (err error) {
	defer func() {
		if p := recover(); p != nil {
			note("the window could not be shown", fmt.Errorf("%v", p))
			err = errNoDisplay
		}
	}()
	win.Show()
	clickWherePointed(win)
	if handle, windows := handleOf(win); windows && handle == 0 {
		return errNoOpenGL
	}
	return nil
}

var errNoDisplay = errors.New("there is no display to open a window on: start the program from a desktop, or work by its commands (delegation-briefing --help)")

var errNoOpenGL = errors.New("the window needs OpenGL 2, which the graphics driver of this computer does not have: " +
	"renew the driver, switch 3D graphics on where this is a virtual machine, or put Mesa's opengl32.dll beside the program")

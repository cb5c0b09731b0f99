// Package app is what the officer touches. It chooses between the window and
// the commands; both do the same work with the packages under briefing.
package app

import (
	"fmt"
	"io/fs"
	"os"

	"delegation-briefing/app/command"

	"github.com/BurntSushi/toml"
)

// Main runs the program with what it brings (assets), the text of FyneApp.toml
// and the words of the command line. It returns the exit code: 0 done, 1 the
// input is at fault, 2 wrong usage.
func Main(files fs.FS, about []byte, args []string) int {
	joinConsole()
	var wrong complaints
	defer wrong.show()
	var fyneApp struct{ Details struct{ Version string } }
	if err := toml.Unmarshal(about, &fyneApp); err != nil {
		fmt.Fprintln(&wrong, "reading FyneApp.toml:", err)
		return 1
	}
	desk := command.Desk{
		In: os.Stdin, Out: os.Stdout, Err: &wrong,
		Files:   files,
		Version: fyneApp.Details.Version,
		Window:  openWindow,
	}
	return desk.Run(args)
}

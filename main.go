// Delegation Briefing helps a press office to write the statement after a
// diplomatic dialogue, and the brief before it.
package main

import (
	_ "embed"
	"os"

	"delegation-briefing/app"
	"delegation-briefing/assets"
)

//go:embed FyneApp.toml
var about []byte

func main() {
	os.Exit(app.Main(assets.Files, about, os.Args[1:]))
}

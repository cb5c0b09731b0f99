// Package locale puts a language into the environment where there is none that
// Fyne can read. Fyne looks for it while the program starts, even if no window
// is opened, and complains on standard error about the locales C and POSIX,
// which are usual on servers and in scripts. Packages are initialised in the
// order of their paths once what they import is, so this one, which imports
// next to nothing, comes before Fyne's.
package locale

import (
	"os"
	"strings"
)

func init() {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := os.Getenv(name)
		if value == "" {
			continue
		}
		if base, _, _ := strings.Cut(value, "."); base == "C" || base == "POSIX" {
			os.Setenv(name, "en_GB.UTF-8")
		}
		return
	}
	os.Setenv("LANG", "en_GB.UTF-8")
}

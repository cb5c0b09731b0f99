//go:build !windows

package command

import (
	"os"
	"path/filepath"
)

// documents is the officer's folder of documents; "" where there is none.
func documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	dir := filepath.Join(home, "Documents")
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return ""
	}
	return dir
}

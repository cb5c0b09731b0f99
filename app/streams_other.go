//go:build !windows

package app

import "os"

func joinConsole()  {}
func leaveConsole() {}

// complaints is standard error.
type complaints struct{}

func (*complaints) Write(p []byte) (int, error) { return os.Stderr.Write(p) }
func (*complaints) show()                       {}

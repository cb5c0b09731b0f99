//go:build !linux

package window

// shareProcessors does nothing here: how threads are shared out is left to the system.
func shareProcessors() {}

//go:build !linux

package window

// letPagesGo leaves to the system what it keeps of files in memory.
func letPagesGo() {}

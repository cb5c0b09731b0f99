//go:build !linux

package window

// What the system keeps of files in memory is left to it.
func letRendererGo() {}
func letProgramGo()  {}

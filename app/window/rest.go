package window

import "runtime/debug"

// rest gives back to the machine what only work needed. Any goroutine may call
// it.
func rest() {
	debug.FreeOSMemory()
	letRendererGo()
	letProgramGo()
}

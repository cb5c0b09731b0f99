package window

import (
	"errors"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// overdue is how long Fyne may take to end after its last window.
const overdue = time.Second

var errNoEnd = errors.New("its queue of events was not read")

// seeToTheEnd ends the program where Fyne does not. At its end Fyne 2.8.0 waits for
// a queue that, seldom, nobody reads any more, and for ever: the program would go
// on without a window.
func (h *house) seeToTheEnd() {
	time.AfterFunc(overdue, func() {
		h.finish(lastWork)
		note("Fyne did not end by itself", errNoEnd)
		os.Exit(0)
	})
}

// hearSignals sees to the end that the system asks for, which Fyne begins.
func (h *house) hearSignals() {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM)
	<-asked
	h.seeToTheEnd()
}

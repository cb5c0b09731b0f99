package window

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// overdue is how long Fyne may take to end after its last window.
const overdue = time.Second

var errNoEnd = errors.New("its queue of events was not read")

// seeToTheEnd has the program exit where Fyne still is running a while after it
// was to end. At its end Fyne 2.8.0 waits for a queue that, seldom, nobody reads any
// more, and for ever: the program would go on without a window.
func (h *house) seeToTheEnd(running context.Context, exit func(code int)) {
	time.AfterFunc(overdue, func() {
		if running.Err() != nil {
			return
		}
		h.finish(lastWork)
		note("Fyne did not end by itself", errNoEnd)
		exit(0)
	})
}

// hearSignals sees to the end that the system asks for. Fyne hears it too, and
// begins it.
func (h *house) hearSignals(running context.Context) {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(asked)
	select {
	case <-asked:
		h.seeToTheEnd(running, os.Exit)
	case <-running.Done():
	}
}

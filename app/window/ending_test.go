package window

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

// TestTheProgramEndsWhereFyneDoesNot, once what is under way is done.
func TestTheProgramEndsWhereFyneDoesNot(t *testing.T) {
	quiet(t)
	for name, tt := range map[string]struct {
		ends bool // Fyne does
		work time.Duration
		exit time.Duration // when the program does; 0: it leaves that to Fyne
	}{
		"Fyne ends":                  {ends: true},
		"Fyne does not":              {exit: overdue},
		"a version is being kept":    {work: 3 * time.Second, exit: 3 * time.Second},
		"work that does not end":     {work: time.Hour, exit: overdue + lastWork},
		"Fyne ends, work is to come": {ends: true, work: 3 * time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				h, begun := &house{}, time.Now()
				running, ended := context.WithCancel(context.Background())
				defer ended()
				h.work.Go(func() { time.Sleep(tt.work) })
				var exit time.Duration
				h.seeToTheEnd(running, func(int) { exit = time.Since(begun) })
				if tt.ends {
					ended()
				}
				time.Sleep(2 * time.Hour)
				synctest.Wait()
				if exit != tt.exit {
					t.Errorf("the program exits after %v, want %v", exit, tt.exit)
				}
			})
		})
	}
}

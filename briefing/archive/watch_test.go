package archive_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"delegation-briefing/briefing/archive"
)

// TestWatch lets a second program write to the workspace.
func TestWatch(t *testing.T) {
	a := open(t)
	id := create(t, a)
	other, err := archive.Open(a.Dir())
	if err != nil {
		t.Fatal(err)
	}
	seen := make(chan []string, 100)
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		a.Watch(ctx, 5*time.Millisecond, func() []string { return []string{id} }, func(ids []string) { seen <- ids })
	}()
	next := func(what string, ids ...string) {
		t.Helper()
		for {
			select {
			case got := <-seen:
				if slices.Equal(got, ids) {
					return
				}
			case <-time.After(10 * time.Second):
				t.Fatalf("%s is not seen", what)
			}
		}
	}
	edit(t, other, id, "Theirs")
	next("what the other wrote", id)
	if s, err := a.Load(id); err != nil || headline(s) != "Theirs" {
		t.Fatalf("it reads %+v, %v", s, err)
	}
	edit(t, a, id, "Mine")
	next("what came besides") // a folder with new names, but no statement that differs
	create(t, other)
	next("a new statement")
	stop()
	<-done
}

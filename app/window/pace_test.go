package window

import (
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// paced counts what a pace does.
type paced struct {
	*pace
	looks, collects, settles, rests atomic.Int32
}

func newPaced() *paced {
	p := &paced{}
	p.pace = newPace(func() { p.collects.Add(1) }, func() { p.settles.Add(1) }, func() { p.rests.Add(1) })
	p.look = func() { p.looks.Add(1) }
	return p
}

// told is how often it looked and rested since it was asked last.
func (p *paced) told() (looks, rests int) {
	synctest.Wait()
	return int(p.looks.Swap(0)), int(p.rests.Swap(0))
}

func TestWhileWordsAreWrittenKeysAreHeardAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPaced()
		p.turned(true)
		time.Sleep(time.Second)
		if looks, _ := p.told(); looks != 0 {
			t.Errorf("it looked %d times before a word was written", looks)
		}
		for range 10 {
			p.wrote()
			time.Sleep(200 * time.Millisecond)
		}
		if looks, rests := p.told(); looks < 1900 || looks > 2000 || rests != 0 {
			t.Errorf("in two seconds of writing it looked %d times and rested %d times", looks, rests)
		}
		time.Sleep(pause)
		p.told()
		time.Sleep(thought - pause)
		if looks, rests := p.told(); looks < 8000 || looks > 8600 || rests != 0 {
			t.Errorf("while more might follow it looked %d times and rested %d times", looks, rests)
		}
		time.Sleep(time.Hour)
		if looks, rests := p.told(); looks > 1 || rests != 0 {
			t.Errorf("in an hour without a word it looked %d times and rested %d times", looks, rests)
		}
	})
}

func TestTheWindowRestsOnceAfterWork(t *testing.T) {
	for name, tt := range map[string]struct {
		work func(*pace)
		rest time.Duration
	}{
		"of starting":        {func(*pace) {}, lull},
		"with words":         {(*pace).wrote, pause},
		"of any other":       {(*pace).worked, lull},
		"of saving words":    {func(p *pace) { p.wrote(); p.worked() }, pause},
		"with words at last": {func(p *pace) { p.worked(); p.wrote() }, pause},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p := newPaced()
				tt.work(p.pace)
				time.Sleep(tt.rest - time.Millisecond)
				if _, rests := p.told(); rests != 0 {
					t.Error("it rests before")
				}
				time.Sleep(10 * pause)
				if _, rests := p.told(); rests != 1 {
					t.Errorf("it rested %d times", rests)
				}
			})
		})
	}
}

// TestNoKeysAreAskedForFromBehind: what others change on the desk, or a program
// that ends, has no keys to ask for.
func TestNoKeysAreAskedForFromBehind(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPaced()
		p.wrote()
		time.Sleep(time.Second)
		if looks, _ := p.told(); looks != 0 {
			t.Errorf("it looked %d times behind other programs", looks)
		}
		p.turned(true)
		p.wrote()
		time.Sleep(time.Second)
		p.turned(false)
		if looks, _ := p.told(); looks == 0 {
			t.Error("it never looked")
		}
		time.Sleep(time.Second)
		if looks, _ := p.told(); looks > 1 {
			t.Errorf("it looked %d times when the officer had left", looks)
		}
	})
}

// TestWhatMayWaitComesAfterAFrame: once, and where nobody draws frames it is not kept.
func TestWhatMayWaitComesAfterAFrame(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPaced()
		var done atomic.Int32
		wait := func() bool { return p.afterFrame(func() { done.Add(1) }) }
		if p.wrote(); wait() {
			t.Error("something waits for frames behind other programs")
		}
		p.turned(true)
		p.wrote()
		if !wait() || done.Load() != 0 {
			t.Error("it does not wait for a frame")
		}
		time.Sleep(2 * often)
		if n := done.Load(); n != 1 {
			t.Errorf("after a frame it was done %d times", n)
		}
		if p.turned(false); !wait() {
			t.Error("the last frame is not waited for")
		}
		time.Sleep(time.Hour)
		if n := done.Load(); n != 2 {
			t.Errorf("when the officer had left it was done %d times in all", n)
		}
	})
}

func TestGarbageIsCollectedBetweenKeys(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPaced()
		time.Sleep(time.Second)
		p.collects.Store(0) // that of the start
		for range 10 {
			p.wrote()
			time.Sleep(breath - time.Millisecond)
		}
		if n := p.collects.Load(); n != 0 {
			t.Errorf("collected %d times while keys came", n)
		}
		time.Sleep(10 * breath)
		if n := p.collects.Load(); n != 1 {
			t.Errorf("collected %d times after the last key", n)
		}
	})
}

// TestWhatSomeKeysNeededIsGivenBackWhileOthersCome: now and then. Where the officer
// stops before, resting gives it back.
func TestWhatSomeKeysNeededIsGivenBackWhileOthersCome(t *testing.T) {
	for name, tt := range map[string]struct{ keys, settles int32 }{
		"a word":      {5, 0},
		"a sentence":  {5 * 5, 1},
		"a paragraph": {5 * 60, 18},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p := newPaced()
				p.turned(true)
				for range tt.keys {
					p.wrote()
					time.Sleep(200 * time.Millisecond)
				}
				time.Sleep(2 * thought)
				if n := p.settles.Load(); n != tt.settles {
					t.Errorf("given back %d times", n)
				}
			})
		})
	}
}

// TestLinesBesideTheTextAreKeptAbreastOf: the filter of the list, what is searched
// for, what a dialog asks, and the palette.
func TestLinesBesideTheTextAreKeptAbreastOf(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	a.theStatement()
	p := a.house.pace
	abreast := func() bool {
		p.mu.Lock()
		defer p.mu.Unlock()
		return time.Since(p.last) < pause
	}
	for _, command := range []string{"Filter the list", "Find…", "Find in earlier statements…", "Export…", "Keep a version…", "All commands…"} {
		a.press(command)
		p.mu.Lock()
		p.last = time.Time{}
		p.mu.Unlock()
		a.typed("a")
		if !abreast() {
			t.Errorf("%s: a key waits for Fyne", command)
		}
		for _, over := range a.win.Canvas().Overlays().List() {
			over.Hide()
		}
	}
}

// TestLongPagesFollowTheWords: what is typed into a long brief is on the desk before
// its pages are asked for, and before all else that shows what was typed.
func TestLongPagesFollowTheWords(t *testing.T) {
	a := officerAt(t, filepath.Join(t.TempDir(), "new"))
	frames := make(chan struct{})
	a.house.pace.look = func() { <-frames }
	a.house.pace.turned(true)
	defer a.house.pace.turned(false)
	defer close(frames)

	a.until("pages", func() bool { return a.proof.doc != nil })
	a.at("headline", 0, "text")
	undo := a.menu.undo.name
	for tries := 0; !a.behind && tries < 10; tries++ { // pages of the opening may come in between
		undo = a.menu.undo.name
		a.Window.press.took.Store(int64(2 * longer))
		a.typed("A")
	}
	if words := a.text("headline", 0, "text"); !strings.HasSuffix(words, "A") {
		t.Errorf("the words are %q", words)
	}
	if !a.behind || a.menu.undo.name != undo {
		t.Error("all else does not wait until the words are seen")
	}
	frames <- struct{}{}
	a.until("all else follows", func() bool { return a.menu.undo.name != undo })
	if a.behind {
		t.Error("it goes on following")
	}
}

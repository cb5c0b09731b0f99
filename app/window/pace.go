package window

import (
	"reflect"
	"sync"
	"time"
	"unsafe"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// How long a key waits at most before the window hears of it: while words are being
// written, and while more may follow.
const (
	often = time.Millisecond
	soon  = 2 * time.Millisecond
)

// breath is how long no word was written when the garbage of the last is
// collected: mostly between two keys, and seldom while one is drawn.
const breath = 120 * time.Millisecond

// When the window comes to rest: lull is how long nothing was done by then, pause how
// long no word was written. thought is how long the window waits for words to go on:
// officers think between two sentences.
const (
	lull    = time.Second
	pause   = 3 * time.Second
	thought = 20 * time.Second
)

// pace keeps the window abreast of who types. Fyne asks for keys sixty times a
// second and draws then, so that a key waits eight milliseconds, where its own
// work takes one. While words are being written the pace asks more often, and
// draws at once what a key changed. After a while without work the window rests.
// Any goroutine may use it.
type pace struct {
	look       func() // asks for keys and draws; returns when that is done
	settle     func() // gives back what some keys needed; called now and then while others come
	collecting *time.Timer
	resting    *time.Timer

	mu      sync.Mutex
	front   bool      // the keys of the machine come to this program
	last    time.Time // when a word changed
	abreast bool      // looking is under way
	after   []func()  // for when the next frame is drawn
}

// newPace makes a pace. It calls collect, settle and rest on goroutines of their own.
func newPace(collect, settle, rest func()) *pace {
	p := &pace{settle: settle, collecting: time.AfterFunc(breath, collect), resting: time.AfterFunc(lull, rest)}
	p.look = p.lookAtKeys
	return p
}

// worked is called when something was done that takes memory.
func (p *pace) worked() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.resting.Reset(max(lull, time.Until(p.last.Add(pause))))
}

// wrote is called when a word changed, of the text or in a line beside it.
func (p *pace) wrote() {
	p.collecting.Reset(breath)
	p.resting.Reset(pause)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.last = time.Now()
	if p.front && !p.abreast {
		p.abreast = true
		go p.keepUp()
	}
}

// turned is called when the officer turns to the program, or from it, which she
// also does when she ends it.
func (p *pace) turned(front bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.front = front
}

// keepUp looks for keys until there are none for a while.
func (p *pace) keepUp() {
	shareProcessors()
	settled := time.Now()
	for {
		wait, ok := p.wait()
		if !ok {
			p.drawn()
			return
		}
		time.Sleep(wait)
		p.look()
		p.drawn()
		if p.wroteSince(settled.Add(pause)) {
			settled = time.Now()
			go p.settle()
		}
	}
}

// wait is how long to wait before looking, if there may be keys soon. Where there may
// not, the next word begins another keepUp.
func (p *pace) wait() (wait time.Duration, ok bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	since := time.Since(p.last)
	p.abreast = p.front && since < thought
	if since < pause {
		return often, p.abreast
	}
	return soon, p.abreast
}

// afterFrame calls f, on any goroutine, once a frame shows what has changed by now. It
// reports false, and does not, where the pace does not draw.
func (p *pace) afterFrame(f func()) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.abreast {
		p.after = append(p.after, f)
	}
	return p.abreast
}

// drawn goes on with what waited for a frame.
func (p *pace) drawn() {
	p.mu.Lock()
	after := p.after
	p.after = nil
	p.mu.Unlock()
	for _, f := range after {
		f()
	}
}

func (p *pace) wroteSince(t time.Time) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.last.After(t)
}

func (p *pace) inFront() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.front
}

// lookAtKeys hears what keys there are and draws what they changed, on Fyne's
// goroutine. Fyne does both sixty times a second and has no way to ask for it
// sooner; so the events are asked for as Fyne asks for them, and its own function
// draws, which is why the linker is told its name. Once the program has ended
// Fyne would run this on any goroutine: nobody is in front of it then.
func (p *pace) lookAtKeys() {
	driver := reflect.ValueOf(fyne.CurrentApp().Driver())
	if driver.Type().String() != "*glfw.gLDriver" {
		return
	}
	fyne.DoAndWait(func() {
		if p.inFront() {
			glfw.PollEvents()
			drawFrames(driver.UnsafePointer())
		}
	})
}

// drawFrames draws the windows that have changed, and no others.
//
//go:linkname drawFrames fyne.io/fyne/v2/internal/driver/glfw.(*gLDriver).drawSingleFrame
func drawFrames(driver unsafe.Pointer)

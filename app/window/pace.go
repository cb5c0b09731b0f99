package window

import (
	"reflect"
	"sync"
	"time"
	"unsafe"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// often is how long a key waits at most, while words are being written, before
// the window hears of it.
const often = 2 * time.Millisecond

// breath is how long no word was written when the garbage of the last is
// collected: mostly between two keys, and never while one is drawn.
const breath = 120 * time.Millisecond

// pause is how long nothing was done when the window comes to rest.
const pause = 3 * time.Second

// pace keeps the window abreast of who types. Fyne asks for keys sixty times a
// second and draws then, so that a key waits eight milliseconds, where its own
// work takes one. While words are being written the pace asks more often, and
// draws at once what a key changed. After a while without work the window rests.
// Any goroutine may use it.
type pace struct {
	look    func() // asks for keys and draws; returns when that is done
	collect *time.Timer
	rest    *time.Timer

	mu      sync.Mutex
	front   bool      // the keys of the machine come to this program
	until   time.Time // when who types has stopped, unless she goes on
	abreast bool      // looking is under way
}

// newPace makes a pace. It calls collect and rest on goroutines of their own.
func newPace(collect, rest func()) *pace {
	p := &pace{collect: time.AfterFunc(breath, collect), rest: time.AfterFunc(pause, rest)}
	p.look = p.lookAtKeys
	return p
}

// worked is called when something was done that takes memory.
func (p *pace) worked() { p.rest.Reset(pause) }

// wrote is called when a word changed.
func (p *pace) wrote() {
	p.worked()
	p.collect.Reset(breath)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.until = time.Now().Add(pause)
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

func (p *pace) keepUp() {
	tick := time.NewTicker(often)
	defer tick.Stop()
	for p.goesOn() {
		<-tick.C
		p.look()
	}
}

// goesOn reports whether there is something to keep up with, for keepUp, which
// ends where there is not.
func (p *pace) goesOn() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.abreast = p.writing()
	return p.abreast
}

// writing reports whether there may be keys soon. The caller holds mu.
func (p *pace) writing() bool { return p.front && time.Now().Before(p.until) }

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

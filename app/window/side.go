package window

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// side is the column at the right of the desk: the proof, or one of the panes
// that read along with the officer. A row of names above it chooses.
type side struct {
	content *fyne.Container
	names   *fyne.Container
	body    *fyne.Container
	panes   []sidePane
	at      int
}

// sidePane is one thing the side can show.
type sidePane struct {
	name    string
	content fyne.CanvasObject
	shown   func()                // called when the officer turns to it; may be nil
	keys    func() fyne.Focusable // which part takes the keys first
	count   int                   // shown beside the name, unless 0
}

func newSide(panes ...sidePane) *side {
	s := &side{panes: panes, names: container.New(flow{}), body: container.NewStack()}
	for i := range panes {
		b := newButton("", func() { s.turn(i) })
		s.names.Add(b)
	}
	s.content = container.New(headed{}, s.names, s.body)
	s.turn(0)
	return s
}

// turn shows a pane.
func (s *side) turn(to int) {
	s.at = to
	s.body.Objects = []fyne.CanvasObject{s.panes[to].content}
	s.body.Refresh()
	s.name()
	if shown := s.panes[to].shown; shown != nil {
		shown()
	}
}

// enter gives the keys to the pane that is shown, or to the first thing in it
// that can take them.
func (s *side) enter(on fyne.Canvas) {
	p := s.panes[s.at]
	first := p.keys()
	if first == nil {
		first = focusable(p.content)
	}
	if first != nil {
		on.Focus(first)
	}
}

// turnPane gives the keys to the next of the window's three columns: the list,
// the text and the side; or to the one before.
func (w *Window) turnPane(by int) {
	on := w.win.Canvas()
	columns := []func(){func() { w.enter(w.list.filter) }, w.focusText, func() { w.side.enter(on) }}
	at := 1
	switch {
	case holds(w.list.content, on.Focused()):
		at = 0
	case holds(w.side.content, on.Focused()):
		at = 2
	}
	columns[(at+by+len(columns))%len(columns)]()
}

// count sets the number beside a pane's name.
func (s *side) count(pane, n int) {
	s.panes[pane].count = n
	s.name()
}

func (s *side) name() {
	for i, p := range s.panes {
		b := s.names.Objects[i].(*button)
		text := p.name
		if p.count > 0 {
			text += "  " + strconv.Itoa(p.count)
		}
		b.choose(text, i == s.at)
	}
}

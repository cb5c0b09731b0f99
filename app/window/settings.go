package window

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"delegation-briefing/briefing"
)

// What the window remembers between two starts. Words of statements are never
// among it.
const (
	languageSetting   = "language"
	writingSetting    = "language of new statements"
	appearanceSetting = "appearance"
	textSizeSetting   = "text size"
	motionSetting     = "less motion"
	lastSetting       = "last statement"
	desksSetting      = "open statements"
	unnamedSetting    = "statements not named yet"
	seatsSetting      = "seats" // in the statements written last, the latest at the end
	exportSetting     = "export folder"
	orderSetting      = "order of the list"
	widthSetting      = "width"
	heightSetting     = "height"
	tourSetting       = "tour seen"
	listShareSetting  = "width of the list" // of the window
	textShareSetting  = "width of the text" // of what the list leaves
	zoomSetting       = "zoom of the pages" // 0: as the pane allows
	wholeSetting      = "whole pages"
	facingSetting     = "facing pages"
)

// settingIn is what a setting about statements is called for one workspace: others have
// statements of the same names.
func settingIn(workspace, setting string) string { return setting + " " + shortOf(workspace) }

func (h *house) here(setting string) string { return settingIn(h.folder, setting) }

// lastSize is the size the window had when it was closed.
func (w *Window) lastSize() fyne.Size {
	p := w.app.Preferences()
	return fyne.NewSize(float32(p.FloatWithFallback(widthSetting, 1400)), float32(p.FloatWithFallback(heightSetting, 860)))
}

// seat is where the officer was in a statement: the place of the caret, and the pane
// beside it.
type seat struct {
	id     string
	at     briefing.Place
	offset int
	pane   int
}

// mostSeats is how many are remembered.
const mostSeats = 50

func (s seat) String() string { return fmt.Sprintf("%s\t%s\t%d\t%d", s.id, s.at, s.offset, s.pane) }

// readSeat reads what [seat.String] writes.
func readSeat(text string) (s seat, ok bool) {
	parts := strings.Split(text, "\t")
	if len(parts) != 4 {
		return s, false
	}
	at, err := briefing.ParsePlace(parts[1])
	offset, err2 := strconv.Atoi(parts[2])
	pane, err3 := strconv.Atoi(parts[3])
	return seat{parts[0], at, offset, pane}, err == nil && err2 == nil && err3 == nil
}

// rememberPlace keeps where the officer was writing, and what she looked at. When
// all windows close, the next start begins with the one she used last.
func (w *Window) rememberPlace() {
	if w.draft == nil {
		return
	}
	p, id, key := w.app.Preferences(), w.draft.Statement().ID, w.house.here(seatsSetting)
	seats := slices.DeleteFunc(slices.Clone(p.StringList(key)), func(s string) bool { return strings.HasPrefix(s, id+"\t") })
	seats = append(seats, seat{id, w.desk.at, w.desk.offset, w.side.at}.String())
	p.SetStringList(key, seats[max(0, len(seats)-mostSeats):])
	if w.house.used == w || !w.house.leaving {
		p.SetString(w.house.here(lastSetting), id)
	}
}

// resume puts the caret where it was in the statement when it was left, and turns to
// the pane that was beside it.
func (w *Window) resume() {
	if s, ok := w.seat(); ok {
		w.side.turn(max(0, min(s.pane, len(w.side.panes)-1)))
		w.goTo(s.at, s.offset)
	}
}

// seat is that of the statement on the desk, if it is remembered.
func (w *Window) seat() (seat, bool) {
	for _, text := range w.app.Preferences().StringList(w.house.here(seatsSetting)) {
		if s, ok := readSeat(text); ok && w.draft != nil && s.id == w.draft.Statement().ID {
			return s, true
		}
	}
	return seat{}, false
}

// rememberView keeps how the window is parted, and how its pages are shown.
func (w *Window) rememberView() {
	p := w.app.Preferences()
	p.SetFloat(listShareSetting, w.parted[0].Offset)
	p.SetFloat(textShareSetting, w.parted[1].Offset)
	p.SetFloat(zoomSetting, float64(w.proof.factor))
	p.SetBool(wholeSetting, w.proof.whole)
	p.SetBool(facingSetting, w.proof.facing)
}

// resumeView shows the pages as they were shown last.
func (p *proof) resumeView(from fyne.Preferences) {
	p.factor = float32(from.Float(zoomSetting))
	p.whole, p.facing = from.Bool(wholeSetting), from.Bool(facingSetting)
}

func (w *Window) rememberSize() {
	p, size := w.app.Preferences(), w.win.Canvas().Size()
	p.SetFloat(widthSetting, float64(size.Width))
	p.SetFloat(heightSetting, float64(size.Height))
}

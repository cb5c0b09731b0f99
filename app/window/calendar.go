package window

import (
	"image/color"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
)

// calendar is a month to choose a day from, by mouse or keyboard: arrows go by
// day and week, Page Up and Down by month, Home to today, Enter chooses and
// Escape gives up. Fyne's own knows the mouse only.
type calendar struct {
	widget.BaseWidget
	onDay    func(briefing.Date)
	onEscape func()

	day     time.Time // under the caret
	today   time.Time
	focused bool
}

var (
	_ fyne.Focusable = (*calendar)(nil)
	_ fyne.Tappable  = (*calendar)(nil)
)

// newCalendar shows the month of a date, or of today where it is not complete.
func newCalendar(date briefing.Date, today time.Time, onDay func(briefing.Date), onEscape func()) *calendar {
	c := &calendar{onDay: onDay, onEscape: onEscape, today: midnight(today)}
	c.day = c.today
	if date.Known() {
		c.day = date.Time()
	}
	c.ExtendBaseWidget(c)
	return c
}

// pickDay opens a calendar below an object and calls chosen with the day.
func pickDay(under fyne.CanvasObject, date briefing.Date, chosen func(briefing.Date)) {
	driver := fyne.CurrentApp().Driver()
	in := driver.CanvasForObject(under)
	if in == nil {
		return
	}
	var pop *widget.PopUp
	c := newCalendar(date, time.Now(), func(d briefing.Date) { pop.Hide(); chosen(d) }, func() { pop.Hide() })
	pop = widget.NewPopUp(c, in)
	at := driver.AbsolutePositionForObject(under).AddXY(0, under.Size().Height)
	at.X = max(0, min(at.X, in.Size().Width-pop.MinSize().Width))
	at.Y = max(0, min(at.Y, in.Size().Height-pop.MinSize().Height))
	pop.ShowAtPosition(at)
	in.Focus(c)
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// FocusGained is called by Fyne.
func (c *calendar) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost is called by Fyne.
func (c *calendar) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune is called by Fyne.
func (c *calendar) TypedRune(rune) {}

// TypedKey is called by Fyne.
func (c *calendar) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyLeft:
		c.turn(c.day.AddDate(0, 0, -1))
	case fyne.KeyRight:
		c.turn(c.day.AddDate(0, 0, 1))
	case fyne.KeyUp:
		c.turn(c.day.AddDate(0, 0, -7))
	case fyne.KeyDown:
		c.turn(c.day.AddDate(0, 0, 7))
	case fyne.KeyPageUp:
		c.turn(byMonth(c.day, -1))
	case fyne.KeyPageDown:
		c.turn(byMonth(c.day, 1))
	case fyne.KeyHome:
		c.turn(c.today)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.choose()
	case fyne.KeyEscape:
		if c.onEscape != nil {
			c.onEscape()
		}
	}
}

func (c *calendar) turn(to time.Time) {
	c.day = to
	c.Refresh()
}

func (c *calendar) choose() {
	c.onDay(briefing.Date{Year: c.day.Year(), Month: int(c.day.Month()), Day: c.day.Day()})
}

// byMonth is the same day of another month, or that month's last.
func byMonth(day time.Time, months int) time.Time {
	first := time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, months, 0)
	last := first.AddDate(0, 1, -1)
	return first.AddDate(0, 0, min(day.Day(), last.Day())-1)
}

// first is the Monday with which the month's first row begins.
func (c *calendar) first() time.Time {
	first := c.day.AddDate(0, 0, 1-c.day.Day())
	return first.AddDate(0, 0, -(int(first.Weekday())+6)%7)
}

const (
	dayWidth, dayHeight = 38, 30
	calendarHead        = 2 // rows above the days: the month, the names of the days
	calendarWeeks       = 6
)

// Tapped chooses the day under the pointer; in the first row it turns over to
// the month before or after.
func (c *calendar) Tapped(e *fyne.PointEvent) {
	row, column := int(e.Position.Y/dayHeight), int(e.Position.X/dayWidth)
	switch {
	case row == 0 && column == 0:
		c.turn(byMonth(c.day, -1))
	case row == 0 && column == 6:
		c.turn(byMonth(c.day, 1))
	case row >= calendarHead && row < calendarHead+calendarWeeks && column >= 0 && column < 7:
		c.turn(c.first().AddDate(0, 0, (row-calendarHead)*7+column))
		c.choose()
	}
}

// CreateRenderer is called by Fyne.
func (c *calendar) CreateRenderer() fyne.WidgetRenderer {
	d := &calendarDrawing{c: c, mark: canvas.NewRectangle(color.Transparent), now: canvas.NewRectangle(color.Transparent)}
	d.mark.CornerRadius, d.now.CornerRadius = 4, 4
	for range (calendarHead + calendarWeeks) * 7 {
		d.cells = append(d.cells, canvas.NewText("", color.Black))
	}
	d.Refresh()
	return d
}

type calendarDrawing struct {
	c         *calendar
	mark, now *canvas.Rectangle // the day under the caret, and today
	cells     []*canvas.Text
}

func (d *calendarDrawing) Destroy() {}

func (d *calendarDrawing) MinSize() fyne.Size {
	return fyne.NewSize(7*dayWidth, (calendarHead+calendarWeeks)*dayHeight)
}

func (d *calendarDrawing) Layout(fyne.Size) {}

func (d *calendarDrawing) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{d.now, d.mark}
	for _, cell := range d.cells {
		objects = append(objects, cell)
	}
	return objects
}

// Refresh writes the month.
func (d *calendarDrawing) Refresh() {
	th, variant := d.c.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	ink := func(n fyne.ThemeColorName) color.Color { return th.Color(n, variant) }
	d.write(0, "‹", ink(theme.ColorNamePrimary), true)
	d.write(6, "›", ink(theme.ColorNamePrimary), true)
	d.write(3, monthAndYear(d.c.day), ink(theme.ColorNameForeground), true)
	for i, name := range strings.Fields(L("Mo Tu We Th Fr Sa Su")) {
		if i < 7 {
			d.write(7+i, name, ink(theme.ColorNamePlaceHolder), false)
		}
	}
	d.mark.Hide()
	d.now.Hide()
	for i := range calendarWeeks * 7 {
		day, cell := d.c.first().AddDate(0, 0, i), calendarHead*7+i
		words := ink(theme.ColorNameForeground)
		switch {
		case day.Equal(d.c.day):
			words = ink(theme.ColorNameForegroundOnPrimary)
			d.frame(d.mark, cell, ink(theme.ColorNamePrimary), d.c.focused)
		case day.Equal(d.c.today):
			d.frame(d.now, cell, ink(theme.ColorNameHover), false)
		case day.Month() != d.c.day.Month():
			words = ink(theme.ColorNamePlaceHolder)
		}
		d.write(cell, strconv.Itoa(day.Day()), words, false)
	}
	canvas.Refresh(d.c)
}

func (d *calendarDrawing) write(i int, words string, ink color.Color, bold bool) {
	cell := d.cells[i]
	cell.Text, cell.Color, cell.TextSize = words, ink, d.c.Theme().Size(theme.SizeNameText)
	cell.TextStyle.Bold, cell.Alignment = bold, fyne.TextAlignCenter
	size := cell.MinSize()
	cell.Move(fyne.NewPos(float32(i%7)*dayWidth+(dayWidth-size.Width)/2, float32(i/7)*dayHeight+(dayHeight-size.Height)/2))
	cell.Resize(size)
}

func (d *calendarDrawing) frame(r *canvas.Rectangle, i int, fill color.Color, focused bool) {
	r.FillColor, r.StrokeWidth = fill, 0
	if focused {
		r.StrokeColor, r.StrokeWidth = d.c.Theme().Color(theme.ColorNamePrimary, fyne.CurrentApp().Settings().ThemeVariant()), 2
	}
	r.Move(fyne.NewPos(float32(i%7)*dayWidth+2, float32(i/7)*dayHeight+1))
	r.Resize(fyne.NewSize(dayWidth-4, dayHeight-2))
	r.Show()
}

// monthAndYear heads a month in the language of the window.
func monthAndYear(t time.Time) string {
	name := t.Month().String()
	if names := briefing.Months(interfaceLanguage()); names != nil {
		name = names[t.Month()-1]
	}
	return name + " " + strconv.Itoa(t.Year())
}

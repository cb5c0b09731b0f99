package window

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
)

func TestCalendarByKeyboard(t *testing.T) {
	test.NewTempApp(t)
	today := time.Date(2026, 3, 12, 18, 55, 0, 0, time.Local)
	for _, c := range []struct {
		name string
		from briefing.Date
		keys []fyne.KeyName
		want briefing.Date
	}{
		{"the day itself", briefing.Date{Year: 2026, Month: 3, Day: 6}, nil, briefing.Date{Year: 2026, Month: 3, Day: 6}},
		{"a week and a day on", briefing.Date{Year: 2026, Month: 3, Day: 6}, []fyne.KeyName{fyne.KeyDown, fyne.KeyRight}, briefing.Date{Year: 2026, Month: 3, Day: 14}},
		{"over the end of a year", briefing.Date{Year: 2025, Month: 12, Day: 31}, []fyne.KeyName{fyne.KeyRight}, briefing.Date{Year: 2026, Month: 1, Day: 1}},
		{"a short month", briefing.Date{Year: 2026, Month: 1, Day: 31}, []fyne.KeyName{fyne.KeyPageDown}, briefing.Date{Year: 2026, Month: 2, Day: 28}},
		{"today where no year is known", briefing.Date{Month: 3, Day: 6}, nil, briefing.Date{Year: 2026, Month: 3, Day: 12}},
		{"back to today", briefing.Date{Year: 2020, Month: 1, Day: 1}, []fyne.KeyName{fyne.KeyHome}, briefing.Date{Year: 2026, Month: 3, Day: 12}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got briefing.Date
			cal := newCalendar(c.from, today, func(d briefing.Date) { got = d }, nil)
			for _, k := range append(c.keys, fyne.KeyReturn) {
				cal.TypedKey(&fyne.KeyEvent{Name: k})
			}
			if got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestCalendarByMouse(t *testing.T) {
	test.NewTempApp(t)
	button := widget.NewButton("", nil)
	w := test.NewTempWindow(t, button)
	w.Resize(fyne.NewSize(600, 500))
	var got briefing.Date
	pickDay(button, briefing.Date{Year: 2026, Month: 3, Day: 6}, func(d briefing.Date) { got = d })
	c, ok := w.Canvas().Focused().(*calendar)
	if !ok {
		t.Fatal("the calendar has no focus")
	}
	tap := func(row, column int) {
		test.TapAt(c, fyne.NewPos(float32(column)*dayWidth+5, float32(row)*dayHeight+5))
	}
	tap(0, 6)            // April 2026, which begins on a Wednesday
	tap(calendarHead, 2) // the first
	if want := (briefing.Date{Year: 2026, Month: 4, Day: 1}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	if w.Canvas().Overlays().Top() != nil {
		t.Error("the calendar stays open")
	}
}

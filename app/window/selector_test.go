package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// TestAnOpenedListBeginsAtWhatIsChosen, whether a key opens it or the mouse.
func TestAnOpenedListBeginsAtWhatIsChosen(t *testing.T) {
	open := map[string]func(*selector){
		"Space": func(s *selector) { s.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) },
		"F4":    func(s *selector) { s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF4}) },
		"Down":  func(s *selector) { s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) },
		"click": func(s *selector) { s.Tapped(&fyne.PointEvent{}) },
	}
	for by, open := range open {
		for _, tt := range []struct {
			chosen string
			keys   []fyne.KeyName
			want   string
		}{
			{"", []fyne.KeyName{fyne.KeyDown}, "draft"},
			{"draft", []fyne.KeyName{fyne.KeyDown}, "cleared"},
			{"cleared", nil, "cleared"},
			{"cleared", []fyne.KeyName{fyne.KeyDown}, "published"},
			{"published", []fyne.KeyName{fyne.KeyUp}, "cleared"},
		} {
			test.NewTempApp(t)
			s := newSelector([]string{"draft", "cleared", "published"}, nil)
			s.opens = true
			w := test.NewTempWindow(t, container.NewVBox(s))
			w.Resize(fyne.NewSize(300, 300))
			s.SetSelected(tt.chosen)
			w.Canvas().Focus(s)
			open(s)
			list, ok := w.Canvas().Focused().(*widget.PopUpMenu)
			if !ok {
				t.Fatalf("%s opens no list", by)
			}
			for _, k := range append(tt.keys, fyne.KeyReturn) {
				list.TypedKey(&fyne.KeyEvent{Name: k})
			}
			if s.Selected != tt.want {
				t.Errorf("%s, from %q by %v: %q, want %q", by, tt.chosen, tt.keys, s.Selected, tt.want)
			}
		}
	}
}

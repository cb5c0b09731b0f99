package window

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing/archive"
)

// list shows the workspace's statements and narrows them down while the
// officer types.
type list struct {
	content fyne.CanvasObject
	filter  *entry
	rows    *widget.List
	choose  func(id string)

	all    []archive.Entry
	shown  []archive.Entry
	marked string // ID of the statement on the desk
}

func newList(choose func(id string)) *list {
	l := &list{choose: choose, filter: newEntry()}
	l.filter.SetPlaceHolder(L("Filter: partner, year, title, status"))
	l.filter.OnChanged = func(string) { l.narrow() }
	l.filter.onDown = func() {
		if len(l.shown) > 0 {
			l.choose(l.shown[0].ID)
		}
	}
	l.rows = widget.NewList(
		func() int { return len(l.shown) },
		newRow,
		func(i widget.ListItemID, row fyne.CanvasObject) { fillRow(row, l.shown[i]) },
	)
	l.rows.OnSelected = func(i widget.ListItemID) {
		if i < len(l.shown) && l.shown[i].ID != l.marked {
			l.choose(l.shown[i].ID)
		}
	}
	l.content = container.NewBorder(container.NewPadded(l.filter), nil, nil, nil, l.rows)
	return l
}

// set shows other entries.
func (l *list) set(entries []archive.Entry) {
	l.all = entries
	l.narrow()
}

// narrow keeps the entries in which every word of the filter stands.
func (l *list) narrow() {
	words := strings.Fields(strings.ToLower(l.filter.Text))
	l.shown = l.shown[:0:0]
	for _, e := range l.all {
		if matches(e, words) {
			l.shown = append(l.shown, e)
		}
	}
	l.rows.Refresh()
	l.mark(l.marked)
}

func matches(e archive.Entry, words []string) bool {
	text := strings.ToLower(strings.Join([]string{
		e.Title, e.Partner, e.Place, e.Kind, string(e.Status), e.Date.String(), e.ID, strconv.Itoa(e.Edition),
	}, " "))
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// mark shows which statement is on the desk.
func (l *list) mark(id string) {
	l.marked = id
	for i, e := range l.shown {
		if e.ID == id {
			l.rows.Select(i)
			return
		}
	}
	l.rows.UnselectAll()
}

func (l *list) firstID() string {
	for _, e := range l.all {
		if e.Err == nil {
			return e.ID
		}
	}
	return ""
}

// known returns the ID if a statement of that name is in the workspace.
func (l *list) known(id string) string {
	for _, e := range l.all {
		if e.ID == id && e.Err == nil {
			return id
		}
	}
	return ""
}

func newRow() fyne.CanvasObject {
	title := widget.NewLabel("")
	title.Truncation = fyne.TextTruncateEllipsis
	note := widget.NewLabel("")
	note.Truncation = fyne.TextTruncateEllipsis
	note.SizeName = theme.SizeNameCaptionText
	note.Importance = widget.LowImportance
	return container.New(tight{}, title, note)
}

func fillRow(row fyne.CanvasObject, e archive.Entry) {
	labels := row.(*fyne.Container).Objects
	labels[0].(*widget.Label).SetText(e.Title)
	labels[1].(*widget.Label).SetText(entryNote(e))
}

// entryNote is the small line under a title.
func entryNote(e archive.Entry) string {
	if e.Err != nil {
		return L("cannot be read:") + " " + e.Err.Error()
	}
	var parts []string
	for _, p := range []string{e.Partner, day(e.Date), string(e.Status)} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " · ")
}

// tight stacks two labels closer than Fyne's boxes do.
type tight struct{}

const overlap = 14 // of the labels' own padding

func (tight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, -overlap)
	for _, o := range objects {
		size.Height += o.MinSize().Height
		size.Width = max(size.Width, o.MinSize().Width)
	}
	return size
}

func (tight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		y += o.MinSize().Height - overlap
	}
}

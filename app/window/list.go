package window

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing/archive"
)

// list shows the workspace's statements and narrows them down while the
// officer types. They stand in the order she chose, under the name of what
// they have in common.
type list struct {
	content *fyne.Container
	filter  *entry
	rows    *listRows
	count   *widget.Label
	none    *widget.Label // says so where the filter leaves nothing
	choose  func(id string)
	turned  func(sorting) // another order was chosen
	leave   func()        // back to the text

	order   sorting
	shelf   shelved
	all     []archive.Entry
	shown   []listRow
	marked  string // ID of the statement on the desk
	marking bool   // the list is being set, not used
}

func newList(by sorting, choose func(id string), turned func(sorting), leave func()) *list {
	l := &list{choose: choose, turned: turned, leave: leave, order: by, filter: newEntry(), count: small()}
	l.filter.SetPlaceHolder(L("Filter the list"))
	l.filter.OnChanged = func(string) { l.filtered() }
	l.filter.onEnter, l.filter.onDown = l.chooseFirst, l.enterRows
	l.filter.onEscape = l.escape
	l.rows = newListRows(l)
	sort := newIconButton("", theme.ListIcon(), func() { l.turn((l.order + 1) % orders) })
	sort.Importance = widget.LowImportance
	l.count.Truncation = fyne.TextTruncateEllipsis
	l.count.SetText(L("Reading the workspace…"))
	l.none = paragraph(L("Nothing of this name. Escape shows all."))
	l.none.Importance, l.none.Hidden = widget.LowImportance, true
	foot := container.NewBorder(nil, nil, sort, nil, l.count)
	l.content = container.NewBorder(container.NewVBox(container.NewPadded(l.filter), l.none), foot, nil, nil, l.rows)
	return l
}

// set shows other entries. While words are being written the list is read after
// each saving, and mostly nothing that it shows has changed.
func (l *list) set(entries []archive.Entry) {
	if l.all != nil && slices.EqualFunc(l.all, entries, looksAs) {
		return
	}
	l.all, l.shelf = entries, shelve(entries, l.order)
	l.narrow()
}

// looksAs reports whether two entries look alike, whenever their files changed.
func looksAs(a, b archive.Entry) bool {
	same := (a.Err == nil) == (b.Err == nil) && (a.Err == nil || a.Err.Error() == b.Err.Error())
	a.Modified, b.Modified, a.Err, b.Err = time.Time{}, time.Time{}, nil, nil
	return same && a == b
}

// turn shows the entries in another order.
func (l *list) turn(by sorting) {
	l.order, l.shelf = by, shelve(l.all, by)
	l.turned(by)
	l.narrow()
}

// filtered shows what another filter leaves from its top: there is what Enter opens.
func (l *list) filtered() {
	l.narrow()
	l.rows.ScrollTo(0)
}

// narrow keeps the entries in which every word of the filter stands.
func (l *list) narrow() {
	rows, n := l.shelf.rows(l.filter.Text)
	l.shown = rows
	l.count.SetText(N("statements", n) + " · " + l.order.name())
	l.none.Hidden = n > 0 || l.filter.Text == ""
	l.content.Refresh()
	l.rows.Refresh()
	l.mark(l.marked)
}

// selected does what a click means. What cannot be opened does not come to the desk:
// then the mark goes back, or Fyne would take no second click on that row.
func (l *list) selected(i widget.ListItemID) {
	if l.marking || i >= len(l.shown) {
		return
	}
	if r := l.shown[i]; r.title == "" {
		l.choose(r.entry.ID)
	}
	l.markInPlace(i)
}

// markInPlace marks what is on the desk and leaves the list where it stands, with
// the row that was clicked in sight.
func (l *list) markInPlace(clicked widget.ListItemID) {
	at := l.rows.GetScrollOffset()
	l.mark(l.marked)
	l.rows.ScrollToOffset(at)
	l.rows.ScrollTo(clicked)
}

// escape shows all statements again, and from there leads back to the text.
func (l *list) escape() {
	if l.filter.Text == "" {
		l.leave()
		return
	}
	l.filter.SetText("")
}

func (l *list) chooseFirst() {
	for _, r := range l.shown {
		if r.title == "" {
			l.choose(r.entry.ID)
			return
		}
	}
}

// enterRows gives the keys to the statements that are listed.
func (l *list) enterRows() {
	if on := fyne.CurrentApp().Driver().CanvasForObject(l.rows); on != nil && len(l.shown) > 0 {
		on.Focus(l.rows)
		l.rows.walk(func() { l.rows.Highlight(0) })
	}
}

// listRows are the statements one below the other. The arrows go from one to the
// next, Enter opens it, letters narrow the list down and Escape leads back.
type listRows struct {
	widget.List
	list    *list
	lit     widget.ListItemID // what the arrows have gone to
	keys    bool              // come here
	walking bool              // the arrows go to another one, not the mouse
}

func newListRows(l *list) *listRows {
	r := &listRows{list: l}
	r.Length = func() int { return len(l.shown) }
	r.CreateItem = newRow
	r.UpdateItem = func(i widget.ListItemID, row fyne.CanvasObject) {
		fillRow(row, l.shown[i], r.keys && i == r.lit)
	}
	r.HideSeparators = true
	r.OnSelected = l.selected
	r.OnHighlighted = func(i widget.ListItemID) {
		if !r.walking {
			return // the mouse is over it
		}
		was := r.lit
		r.lit = i
		r.RefreshItem(was)
		r.RefreshItem(i)
	}
	r.ExtendBaseWidget(r)
	return r
}

// FocusGained is called by Fyne. The arrows begin at what is on the desk.
func (r *listRows) FocusGained() {
	r.keys = true
	r.walk(func() {
		r.List.FocusGained()
		if i := r.list.row(r.list.marked); i >= 0 {
			r.Highlight(i)
		}
	})
}

// walk does what leads the keys to another row.
func (r *listRows) walk(do func()) {
	r.walking = true
	defer func() { r.walking = false }()
	do()
}

// FocusLost is called by Fyne.
func (r *listRows) FocusLost() {
	r.keys = false
	r.List.FocusLost()
	r.RefreshItem(r.lit)
}

// TypedRune is called by Fyne.
func (r *listRows) TypedRune(c rune) {
	r.list.enterFilter()
	r.list.filter.TypedRune(c)
}

// TypedKey is called by Fyne.
func (r *listRows) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyReturn, k.Name == fyne.KeyEnter:
		r.Select(r.lit)
	case k.Name == fyne.KeyEscape, k.Name == fyne.KeyUp && r.lit == 0:
		r.list.enterFilter()
	default:
		r.walk(func() { r.List.TypedKey(k) })
	}
}

func (l *list) enterFilter() {
	if on := fyne.CurrentApp().Driver().CanvasForObject(l.filter); on != nil {
		on.Focus(l.filter)
	}
}

// mark shows which statement is on the desk.
func (l *list) mark(id string) {
	l.marked = id
	l.marking = true
	defer func() { l.marking = false }()
	if i := l.row(id); i >= 0 {
		l.rows.Select(i)
		return
	}
	l.rows.UnselectAll()
}

// row is where a statement is listed; -1: nowhere.
func (l *list) row(id string) int {
	return slices.IndexFunc(l.shown, func(r listRow) bool { return r.title == "" && r.entry.ID == id })
}

// firstID is the first statement that can be read and is not open elsewhere; ""
// where there is none.
func (l *list) firstID(open func(id string) bool) string {
	for _, e := range l.all {
		if e.Err == nil && !open(e.ID) {
			return e.ID
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
	return container.NewStack(container.New(tight{}, title, note), newRing())
}

// fillRow writes a statement into a row, or the name of those that follow, and draws a
// ring around the one that the keys are at.
func fillRow(o fyne.CanvasObject, r listRow, keys bool) {
	parts := o.(*fyne.Container).Objects
	ring := parts[1].(*canvas.Rectangle)
	ring.StrokeColor = theme.Color(theme.ColorNamePrimary)
	ring.Hidden = !keys
	ring.Refresh()
	labels := parts[0].(*fyne.Container).Objects
	title, note := labels[0].(*widget.Label), labels[1].(*widget.Label)
	if r.title != "" {
		title.SetText("")
		note.TextStyle.Bold = true
		note.SetText(r.title)
		return
	}
	note.TextStyle.Bold = false
	title.SetText(r.entry.Title)
	note.SetText(noteOf(r.entry, r.twin))
}

// tight stacks two labels closer than Fyne's boxes do.
type tight struct{}

const overlap = 14 // of the labels' own padding

// MinSize is called by Fyne.
func (tight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, -overlap)
	for _, o := range objects {
		size.Height += o.MinSize().Height
		size.Width = max(size.Width, o.MinSize().Width)
	}
	return size
}

// Layout is called by Fyne.
func (tight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		y += o.MinSize().Height - overlap
	}
}

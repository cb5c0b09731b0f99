package window

import (
	"math"
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
	away    map[string]bool // titles of groups whose statements are folded away
	marked  string          // ID of the statement on the desk
	marking bool            // the list is being set, not used
}

func newList(by sorting, choose func(id string), turned func(sorting), leave func()) *list {
	l := &list{choose: choose, turned: turned, leave: leave, order: by, away: map[string]bool{}, filter: newEntry(), count: small()}
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
	rows, n := l.shelf.rows(l.filter.Text, l.away)
	l.count.SetText(N("statements", n) + " · " + l.order.name())
	l.none.Hidden = n > 0 || l.filter.Text == ""
	l.content.Refresh()
	l.rows.show(rows)
	l.mark(l.marked)
}

// selected does what a click means. What cannot be opened does not come to the desk,
// and a title never does: then the mark goes back, or Fyne would take no second click
// on that row. What was clicked stays where it is.
func (l *list) selected(i widget.ListItemID) {
	if l.marking || i >= len(l.shown) {
		return
	}
	at := l.rows.GetScrollOffset()
	l.rows.lit = l.rows.near(i, 1)
	if r := l.shown[i]; r.title == "" {
		l.choose(r.entry.ID)
	} else if r.fold != noFold {
		l.away[r.title] = r.fold == unfolded
		l.narrow()
	}
	l.mark(l.marked)
	l.rows.ScrollToOffset(at)
	l.rows.ScrollTo(i)
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
	first := l.rows.near(0, 1)
	if on := fyne.CurrentApp().Driver().CanvasForObject(l.rows); on != nil && first >= 0 {
		on.Focus(l.rows)
		l.rows.light(first)
	}
}

// listRows are the statements one below the other. The keys go from one to the
// next, by a page and to the ends; Enter opens one, letters narrow the list down and
// Escape leads back. Fyne's own highlight follows the mouse too and stands on
// headings: it is not used.
type listRows struct {
	widget.List
	list *list
	lit  widget.ListItemID // the statement the keys are at; -1: none
	keys bool              // come here
}

func newListRows(l *list) *listRows {
	r := &listRows{list: l, lit: -1}
	r.Length = func() int { return len(l.shown) }
	r.CreateItem = newRow
	r.UpdateItem = func(i widget.ListItemID, row fyne.CanvasObject) {
		row.(*listLine).tapped = func() { r.clicked(i) }
		fillRow(row, l.shown[i], r.keys && i == r.lit)
	}
	r.HideSeparators = true
	r.OnSelected = l.selected
	r.ExtendBaseWidget(r)
	return r
}

// FocusGained is called by Fyne. The keys begin at what is on the desk, or, where
// that is out of sight, at the first that is not: a click brings them too, and what
// was clicked must not move away.
func (r *listRows) FocusGained() {
	r.keys = true
	first, n := r.sight()
	if r.lit = r.list.row(r.list.marked); r.lit < first || r.lit >= first+n {
		r.lit = r.near(first, 1)
	}
	r.Refresh()
}

// FocusLost is called by Fyne.
func (r *listRows) FocusLost() {
	r.keys = false
	r.RefreshItem(r.lit)
}

// TypedRune is called by Fyne.
func (r *listRows) TypedRune(c rune) {
	r.list.enterFilter()
	r.list.filter.TypedRune(c)
}

// TypedKey is called by Fyne.
func (r *listRows) TypedKey(k *fyne.KeyEvent) {
	_, page := r.sight()
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		r.take(r.lit)
	case fyne.KeyEscape:
		r.list.enterFilter()
	case fyne.KeyUp:
		r.up()
	case fyne.KeyDown:
		r.step(1)
	case fyne.KeyPageUp:
		r.step(-page)
	case fyne.KeyPageDown:
		r.step(page)
	case fyne.KeyHome:
		r.step(-len(r.list.shown))
	case fyne.KeyEnd:
		r.step(len(r.list.shown))
	case fyne.KeyLeft:
		r.fold()
	case fyne.KeyRight:
		r.unfold()
	}
}

// fold puts the group away that the keys are in, which go on to the next.
func (r *listRows) fold() {
	for at := r.lit; at >= 0; at-- {
		if group := r.list.shown[at]; group.title != "" {
			r.list.away[group.title] = group.fold == unfolded
			break
		}
	}
	r.regroup()
}

// unfold shows all groups.
func (r *listRows) unfold() {
	clear(r.list.away)
	r.regroup()
}

func (r *listRows) regroup() {
	r.list.narrow()
	if r.lit >= 0 {
		r.light(r.lit)
	}
}

// clicked gives the keys to what was clicked, and takes it.
func (r *listRows) clicked(i widget.ListItemID) {
	if on := fyne.CurrentApp().Driver().CanvasForObject(r); on != nil {
		on.Focus(r)
	}
	r.take(i)
}

// take chooses a row. Of the one that is marked Fyne would hear nothing: it leads back
// to the text.
func (r *listRows) take(i widget.ListItemID) {
	if i >= 0 && i == r.list.row(r.list.marked) {
		r.list.choose(r.list.marked)
		return
	}
	r.Select(i)
}

// up leads to the statement above, and from the first one to the filter.
func (r *listRows) up() {
	if r.lit <= r.near(0, 1) {
		r.list.enterFilter()
		return
	}
	r.step(-1)
}

// step leads the keys up or down by so many rows, as far as there are any.
func (r *listRows) step(by int) {
	direction := 1
	if by < 0 {
		direction = -1
	}
	r.light(r.near(max(0, min(r.lit+by, len(r.list.shown)-1)), direction))
}

// near is the statement in a row, or the next one in a direction, or else in the
// other: headings are passed over. It is -1 where none is listed.
func (r *listRows) near(i, direction int) int {
	for _, by := range []int{direction, -direction} {
		for at := i; at >= 0 && at < len(r.list.shown); at += by {
			if r.list.shown[at].title == "" {
				return at
			}
		}
	}
	return -1
}

// light leads the keys to a statement, which comes into sight with the heading that
// may be above it.
func (r *listRows) light(i widget.ListItemID) {
	r.lit = i
	if i > 0 && r.list.shown[i-1].title != "" {
		r.ScrollTo(i - 1)
	}
	r.ScrollTo(i)
}

// sight is the first row that is wholly in sight, and how many rows may be.
func (r *listRows) sight() (first, n int) {
	height := newRow().MinSize().Height + theme.Padding()
	first = int(math.Ceil(float64(r.GetScrollOffset() / height)))
	return first, max(1, int(r.Size().Height/height))
}

// show lists other rows. The keys stay with their statement.
func (r *listRows) show(rows []listRow) {
	id := ""
	if r.lit >= 0 && r.lit < len(r.list.shown) {
		id = r.list.shown[r.lit].entry.ID
	}
	r.list.shown = rows
	if at := r.list.row(id); at >= 0 {
		r.lit = at
	} else {
		r.lit = r.near(max(0, min(r.lit, len(rows)-1)), 1)
	}
	r.Refresh()
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

// listLine is a row, which hears each click on it.
type listLine struct {
	widget.BaseWidget
	shown  *fyne.Container
	tapped func()
}

// CreateRenderer is called by Fyne.
func (l *listLine) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.shown) }

// Tapped is called by Fyne.
func (l *listLine) Tapped(*fyne.PointEvent) { l.tapped() }

func newRow() fyne.CanvasObject {
	title := widget.NewLabel("")
	title.Truncation = fyne.TextTruncateEllipsis
	note := widget.NewLabel("")
	note.Truncation = fyne.TextTruncateEllipsis
	note.SizeName = theme.SizeNameCaptionText
	note.Importance = widget.LowImportance
	l := &listLine{shown: container.NewStack(container.New(tight{}, title, note), newRing())}
	l.ExtendBaseWidget(l)
	return l
}

// fillRow writes a statement into a row, or the name of those that follow, and draws a
// ring around the one that the keys are at.
func fillRow(o fyne.CanvasObject, r listRow, keys bool) {
	parts := o.(*listLine).shown.Objects
	ring := parts[1].(*canvas.Rectangle)
	ring.StrokeColor = theme.Color(theme.ColorNamePrimary)
	ring.Hidden = !keys
	ring.Refresh()
	labels := parts[0].(*fyne.Container).Objects
	title, note := labels[0].(*widget.Label), labels[1].(*widget.Label)
	if r.title != "" {
		reword(title, "", false)
		reword(note, r.heading(), true)
		return
	}
	reword(title, r.entry.Title, false)
	reword(note, noteOf(r.entry, r.twin), false)
}

// reword writes other words into a label. Fyne measures them whenever they are set, and
// a key that moves the ring refreshes all rows.
func reword(l *widget.Label, words string, bold bool) {
	if l.Text != words || l.TextStyle.Bold != bold {
		l.TextStyle.Bold = bold
		l.SetText(words)
	}
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

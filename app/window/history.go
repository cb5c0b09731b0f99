package window

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
)

// history lists the versions of the statement on the desk. The one looked at
// shows, word by word, what has changed since, which is what restoring it would
// take back; it can be set beside any other version, too. Versions that the
// program kept by itself are folded.
type history struct {
	content fyne.CanvasObject
	events  historyEvents

	cards    *sideCards
	versions []archive.Version
	unfolded bool
	at       int // -1: none is looked at
	against  int // the version it is compared with; -1: the text as it is now
	changes  []sectionChange
	err      error
}

// historyEvents are what the officer wants.
type historyEvents struct {
	keep    func()
	look    func(v archive.Version, against *archive.Version) // shows the changes through compared; nil: the text now
	restore func(v archive.Version, section string)
	label   func(archive.Version)
	export  func(archive.Version)
	leave   func()
}

// sectionChange is what changed in a section.
type sectionChange struct {
	key, name string
	changes   []placeChange
}

// placeChange is a change, and where and what it is, in words.
type placeChange struct {
	note string
	runs []briefing.Run
}

func newHistory(events historyEvents) *history {
	h := &history{events: events, at: -1}
	h.cards = newSideCards(events.leave)
	keep := newButton(L("Keep a version…"), events.keep)
	h.content = container.NewBorder(container.NewPadded(container.NewHBox(keep)), nil, nil, nil, h.cards.scroll)
	h.build()
	return h
}

// set shows other versions; err says why some cannot be read. The one looked at
// stays so.
func (h *history) set(versions []archive.Version, err error) {
	looked := ""
	if h.at >= 0 && h.at < len(h.versions) {
		looked = h.versions[h.at].ID
	}
	h.versions, h.err, h.at, h.changes = versions, err, -1, nil
	if at := slices.IndexFunc(versions, func(v archive.Version) bool { return v.ID == looked }); at >= 0 {
		h.look(at, -1)
	}
	h.build()
}

// compared shows what changed.
func (h *history) compared(changes []sectionChange) {
	h.changes = changes
	h.build()
}

func (h *history) build() {
	var cards []fyne.CanvasObject
	if h.err != nil {
		cards = append(cards, paragraph(L("The versions cannot all be read:")+" "+inWords(h.err)))
	}
	if len(h.versions) == 0 && h.err == nil {
		cards = append(cards, paragraph(L("No version has been kept yet. A version is the statement as it stands now, to be found again, compared and restored.")))
	}
	folded := 0
	for i, v := range h.versions {
		if v.Quiet() && !h.unfolded && i != h.at {
			folded++
			continue
		}
		cards = append(cards, h.card(i, v))
	}
	if folded > 0 || h.unfolded {
		cards = append(cards, h.fold(folded))
	}
	h.cards.show(cards...)
}

// fold offers the versions that the program kept by itself, or their folding.
func (h *history) fold(folded int) fyne.CanvasObject {
	name := L("Fold what the program kept by itself")
	if !h.unfolded {
		name = N("kept by the program", folded)
	}
	return newSideCard(edgeOf(theme.ColorNameSeparator), paragraph(name), func() {
		h.unfolded = !h.unfolded
		h.build()
	})
}

// paragraph is a label that wraps.
func paragraph(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	return l
}

func (h *history) card(i int, v archive.Version) fyne.CanvasObject {
	name := paragraph(versionName(v))
	about := small()
	about.Importance = widget.LowImportance
	about.Wrapping = fyne.TextWrapWord
	about.SetText(versionNote(v))
	parts := container.New(column{}, name, about)
	if i == h.at {
		name.TextStyle.Bold = true
		h.open(parts, v)
	}
	return newSideCard(versionEdge(v), parts, func() { h.turnTo(i) })
}

// turnTo opens a version, or closes it again.
func (h *history) turnTo(i int) {
	if i == h.at {
		h.at = -1
		h.build()
		return
	}
	h.look(i, -1)
}

// look compares a version with another; -1: with the text as it is now.
func (h *history) look(i, against int) {
	h.at, h.against, h.changes = i, against, nil
	var other *archive.Version
	if against >= 0 {
		other = &h.versions[against]
	}
	h.events.look(h.versions[i], other)
}

// open adds what a version looked at shows more.
func (h *history) open(parts *fyne.Container, v archive.Version) {
	parts.Add(container.NewHBox(
		newButton(L("Restore"), func() { h.events.restore(v, "") }),
		newButton(L("Label…"), func() { h.events.label(v) }),
		newButton(L("Export…"), func() { h.events.export(v) }),
	))
	parts.Add(h.others())
	if len(h.changes) == 0 {
		parts.Add(paragraph(L("The words are the same.")))
	}
	for _, c := range h.changes {
		name := widget.NewLabel(c.name)
		name.TextStyle.Bold = true
		restore := newButton(L("Restore this section"), func() { h.events.restore(v, c.key) })
		restore.Importance = widget.LowImportance
		if c.key == "" {
			restore.Hide() // facts come back with the whole
		}
		parts.Add(container.NewBorder(nil, nil, name, restore))
		for _, one := range c.changes {
			note := small()
			note.Importance = widget.LowImportance
			note.SetText(one.note)
			parts.Add(note)
			parts.Add(changedWords(one.runs))
		}
	}
}

// others chooses what the version is compared with.
func (h *history) others() fyne.CanvasObject {
	names, which := []string{L("Compared with the text now")}, []int{-1}
	for i, v := range h.versions {
		if i != h.at {
			name := L("Compared with: %s", versionName(v)+", "+versionTime(v))
			if i == h.at+1 {
				name = L("Compared with the version before")
			}
			names, which = append(names, name), append(which, i)
		}
	}
	choose := newSelector(names, nil)
	choose.opens = true
	choose.SetSelectedIndex(slices.Index(which, h.against))
	choose.OnChanged = func(string) { h.look(h.at, which[choose.SelectedIndex()]) }
	choose.onEscape = h.events.leave
	return choose
}

func versionEdge(v archive.Version) fyne.CanvasObject {
	name := theme.ColorNamePrimary
	switch {
	case v.Quiet():
		name = theme.ColorNameSeparator
	case v.Cleared():
		name = theme.ColorNameSuccess
	}
	r := canvas.NewRectangle(theme.Color(name))
	r.SetMinSize(fyne.NewSize(4, 1))
	r.CornerRadius = 2
	return r
}

func versionName(v archive.Version) string {
	switch {
	case v.Automatic != "":
		return automaticName(v.Automatic)
	case v.Note == archive.Deleted:
		return L("moved to the trash")
	case strings.HasPrefix(v.Note, archive.Renamed+": "):
		return L("renamed: %s", strings.TrimPrefix(v.Note, archive.Renamed+": "))
	case v.Note != "":
		return v.Note
	}
	return L("Version")
}

// versionTime is when a version was kept: today's by the clock alone.
func versionTime(v archive.Version) string {
	when := v.When.Local()
	if now := time.Now(); now.Year() == when.Year() && now.YearDay() == when.YearDay() {
		return when.Format("15:04")
	}
	return day(briefing.Date{Year: when.Year(), Month: int(when.Month()), Day: when.Day()}) + when.Format(" 15:04")
}

func versionNote(v archive.Version) string {
	parts := []string{versionTime(v)}
	if v.Author != "" {
		parts = append(parts, v.Author)
	}
	if v.Added+v.Removed > 0 {
		parts = append(parts, L("+%d −%d words", v.Added, v.Removed))
	}
	return strings.Join(append(parts, v.Labels...), "  ·  ")
}

// changedWords writes a comparison: what was there struck through, what came
// underlined. The colours only repeat it.
func changedWords(runs []briefing.Run) fyne.CanvasObject {
	text := widget.NewRichText()
	text.Wrapping = fyne.TextWrapWord
	for i, r := range runs {
		style := widget.RichTextStyle{Inline: true, SizeName: theme.SizeNameText}
		switch r.Op {
		case briefing.Added:
			style.ColorName, style.TextStyle.Underline = theme.ColorNameSuccess, true
		case briefing.Removed:
			style.ColorName, style.TextStyle.Strikethrough = theme.ColorNameError, true
		}
		text.Segments = append(text.Segments, &widget.TextSegment{Text: r.Text, Style: style})
		if r.Op == briefing.Removed && i+1 < len(runs) && runs[i+1].Op == briefing.Added {
			text.Segments = append(text.Segments, &widget.TextSegment{Text: " ", Style: widget.RichTextStyleInline})
		}
	}
	return &richText{text}
}

// richText knows its height at a width.
type richText struct{ *widget.RichText }

// HeightFor is the height that the text needs at a width.
func (r *richText) HeightFor(width float32) float32 {
	if r.Size().Width != width {
		r.Resize(fyne.NewSize(width, r.Size().Height))
	}
	return r.MinSize().Height
}

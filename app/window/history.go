package window

import (
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
// shows, word by word, what has changed since.
type history struct {
	content fyne.CanvasObject
	events  historyEvents

	scroll   *container.Scroll
	column   *fyne.Container
	versions []archive.Version
	at       int // -1: none is looked at
	changes  []sectionChange
	err      error
}

// historyEvents are what the officer wants.
type historyEvents struct {
	keep    func()
	look    func(archive.Version) // shows its changes through compared
	restore func(v archive.Version, section string)
	label   func(archive.Version)
}

// sectionChange is a section that reads otherwise than it did.
type sectionChange struct {
	key, name string
	runs      []briefing.Run
}

func newHistory(events historyEvents) *history {
	h := &history{events: events, at: -1}
	h.column = container.New(column{gap: 4})
	h.scroll = container.NewVScroll(h.column)
	keep := widget.NewButton(L("Keep a version…"), events.keep)
	h.content = container.NewBorder(container.NewPadded(container.NewHBox(keep)), nil, nil, nil, h.scroll)
	h.build()
	return h
}

// set shows other versions; err says why some cannot be read.
func (h *history) set(versions []archive.Version, err error) {
	h.versions, h.err, h.at, h.changes = versions, err, -1, nil
	h.build()
}

// compared shows what changed since the version looked at.
func (h *history) compared(changes []sectionChange) {
	h.changes = changes
	h.build()
}

func (h *history) build() {
	h.column.RemoveAll()
	if h.err != nil {
		h.column.Add(paragraph(L("The versions cannot all be read:") + " " + h.err.Error()))
	}
	if len(h.versions) == 0 && h.err == nil {
		h.column.Add(paragraph(L("No version has been kept yet. A version is the statement as it stands now, to be found again, compared and restored.")))
	}
	for i, v := range h.versions {
		h.column.Add(h.card(i, v))
	}
	h.column.Refresh()
	h.scroll.Refresh()
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
	return newTappable(versionEdge(v), parts, func() {
		h.at, h.changes = i, nil
		h.events.look(v)
	})
}

// open adds what a version looked at shows more.
func (h *history) open(parts *fyne.Container, v archive.Version) {
	parts.Add(container.NewHBox(
		widget.NewButton(L("Restore"), func() { h.events.restore(v, "") }),
		widget.NewButton(L("Label…"), func() { h.events.label(v) }),
	))
	if len(h.changes) == 0 {
		parts.Add(paragraph(L("Nothing has changed since.")))
	}
	for _, c := range h.changes {
		name := widget.NewLabel(c.name)
		name.TextStyle.Bold = true
		restore := widget.NewButton(L("Restore this section"), func() { h.events.restore(v, c.key) })
		restore.Importance = widget.LowImportance
		parts.Add(container.NewBorder(nil, nil, name, restore))
		parts.Add(changedWords(c.runs))
	}
}

func versionEdge(v archive.Version) fyne.CanvasObject {
	name := theme.ColorNamePrimary
	switch {
	case v.Automatic != "":
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
	case v.Note != "":
		return v.Note
	}
	return L("Version")
}

func versionNote(v archive.Version) string {
	when := day(briefing.Date{Year: v.When.Year(), Month: int(v.When.Month()), Day: v.When.Day()}) + v.When.Local().Format(" 15:04")
	if time.Since(v.When) < 24*time.Hour {
		when = v.When.Local().Format("15:04")
	}
	parts := []string{when}
	if v.Author != "" {
		parts = append(parts, v.Author)
	}
	parts = append(parts, L("%d words more, %d fewer", v.Added, v.Removed))
	return strings.Join(append(parts, v.Labels...), "  ·  ")
}

// changedWords writes a comparison: what was there struck through, what came
// underlined. The colours only repeat it.
func changedWords(runs []briefing.Run) fyne.CanvasObject {
	text := widget.NewRichText()
	text.Wrapping = fyne.TextWrapWord
	for _, r := range runs {
		style := widget.RichTextStyle{Inline: true, SizeName: theme.SizeNameText}
		switch r.Op {
		case briefing.Added:
			style.ColorName, style.TextStyle.Underline = theme.ColorNameSuccess, true
		case briefing.Removed:
			style.ColorName, style.TextStyle.Strikethrough = theme.ColorNameError, true
		}
		text.Segments = append(text.Segments, &widget.TextSegment{Text: r.Text, Style: style})
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

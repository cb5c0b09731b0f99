package window

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/archive"
	"delegation-briefing/briefing/intake"
	"delegation-briefing/briefing/precedent/index"
)

// saidBefore finds how something was said in earlier statements, and puts it
// into this one.
type saidBefore struct {
	content fyne.CanvasObject
	events  saidEvents

	words    *saidEntry
	partners *selector
	years    *selector
	subjects *selector
	tags     map[string]string // of the subjects, by what they are called
	note     *widget.Label
	reading  *fyne.Container // shown while the index is made
	bar      *widget.ProgressBar
	cards    *sideCards
	hits     []index.Hit
	at       int
	mute     bool // the choices change, not the officer

	stopped     bool // before all statements were read
	done, total int  // of them
}

// saidEvents are what the officer wants.
type saidEvents struct {
	search func(index.Query)
	insert func(h index.Hit, quoted bool)
	open   func(id string)
	stop   func() // reading the statements
	leave  func()
}

func newSaidBefore(events saidEvents) *saidBefore {
	p := &saidBefore{events: events, note: small(), bar: widget.NewProgressBar()}
	p.note.Importance = widget.LowImportance
	p.note.Wrapping = fyne.TextWrapWord
	p.words = newSaidEntry(p)
	p.words.SetPlaceHolder(L("Words, or “an exact phrase”"))
	p.partners = newSelector(nil, func(string) { p.search() })
	p.years = newSelector(nil, func(string) { p.search() })
	p.subjects = newSelector(nil, func(string) { p.search() })
	for _, s := range []*selector{p.partners, p.years, p.subjects} {
		s.onEscape = events.leave
	}
	p.reading = container.NewBorder(nil, nil, nil, newButton(L("Stop"), p.stop), p.bar)
	p.reading.Hide()
	p.cards = newSideCards(events.leave)
	head := container.New(column{gap: rowGap}, p.words, container.New(abreast{most: 3, least: 9}, p.partners, p.years, p.subjects), p.reading, p.note)
	p.content = container.New(headed{}, head, p.cards.scroll)
	p.offer(nil)
	p.offerSubjects(nil)
	return p
}

// stop ends the reading of statements; what was read can be searched.
func (p *saidBefore) stop() {
	p.stopped = true
	p.events.stop()
	if on := fyne.CurrentApp().Driver().CanvasForObject(p.words); on != nil {
		on.Focus(p.words)
	}
}

// offer lists the partners and years of the workspace to choose by.
func (p *saidBefore) offer(entries []archive.Entry) {
	p.mute = true
	defer func() { p.mute = false }()
	var partners, years []string
	for _, e := range entries {
		if e.Partner != "" {
			partners = append(partners, e.Partner)
		}
		if e.Date.Year != 0 {
			years = append(years, strconv.Itoa(e.Date.Year))
		}
	}
	slices.Sort(partners)
	slices.Sort(years)
	slices.Reverse(years)
	offer(p.partners, L("All partners"), slices.Compact(partners))
	offer(p.years, L("All years"), slices.Compact(years))
}

// offerSubjects lists the subjects of the workspace to choose by, as they are
// called.
func (p *saidBefore) offerSubjects(tags map[string]string) {
	p.mute = true
	defer func() { p.mute = false }()
	p.tags = tags
	offer(p.subjects, L("All subjects"), slices.Sorted(maps.Keys(tags)))
}

// offer gives a choice other options and keeps what was chosen.
func offer(s *selector, all string, options []string) {
	chosen := s.Selected
	s.SetOptions(append([]string{all}, options...))
	if !slices.Contains(s.Options, chosen) {
		chosen = all
	}
	s.SetSelected(chosen)
}

// maxSaid is how many sentences are shown.
const maxSaid = 30

// search asks for what the officer typed and chose.
func (p *saidBefore) search() {
	if p.mute {
		return
	}
	q := index.Query{Words: p.words.Text, Limit: maxSaid}
	if p.partners.SelectedIndex() > 0 {
		q.Partner = p.partners.Selected
	}
	if p.years.SelectedIndex() > 0 {
		q.Year, _ = strconv.Atoi(p.years.Selected)
	}
	if p.subjects.SelectedIndex() > 0 {
		q.Subject = p.tags[p.subjects.Selected]
	}
	p.events.search(q)
}

// found shows other sentences.
func (p *saidBefore) found(hits []index.Hit) {
	p.hits, p.at = hits, 0
	switch {
	case strings.TrimSpace(p.words.Text) == "":
		p.note.SetText(L("Earlier statements are searched for these words and their other forms. Enter puts the sentence at the caret."))
	case len(hits) == 0 && p.reading.Visible():
		p.note.SetText(L("Not found yet."))
	case p.stopped:
		p.note.SetText(L("%d of %d statements have been read. Turn to another pane and back to go on.", p.done, p.total))
	case len(hits) == 0:
		p.note.SetText(L("Not said before."))
	default:
		p.note.SetText("")
	}
	p.note.Hidden = p.note.Text == ""
	p.build()
	p.content.Refresh() // what is hidden takes no room
	p.cards.scroll.ScrollToTop()
}

// cannot says why nothing can be found.
func (p *saidBefore) cannot(err error) {
	p.hits = nil
	p.build()
	p.note.SetText(L("Earlier statements cannot be searched:") + " " + inWords(err))
	p.note.Show()
	p.content.Refresh()
}

// readingOn shows how far the index is; done and total are the same where it
// is made.
func (p *saidBefore) readingOn(done, total int) {
	if done >= total {
		p.reading.Hide()
		p.content.Refresh()
		return
	}
	p.done, p.total = done, total
	p.bar.Max = float64(total)
	p.bar.TextFormatter = func() string { return L("Reading statements: %d of %d", done, total) }
	p.bar.SetValue(float64(done))
	if !p.reading.Visible() {
		p.reading.Show()
		p.content.Refresh()
	}
	if len(p.hits) == 0 {
		p.search() // in what is known by now
	}
}

func (p *saidBefore) build() {
	var cards []fyne.CanvasObject
	for i, h := range p.hits {
		cards = append(cards, p.card(i, h))
	}
	p.cards.show(cards...)
}

// step chooses another sentence.
func (p *saidBefore) step(by int) {
	if len(p.hits) > 0 {
		p.choose(max(0, min(p.at+by, len(p.hits)-1)))
	}
}

func (p *saidBefore) choose(i int) {
	p.at = i
	p.build()
	p.cards.inSight(p.cards.column.Objects[i])
}

func (p *saidBefore) take(quoted bool) {
	if p.at < len(p.hits) {
		p.events.insert(p.hits[p.at], quoted)
	}
}

// saidEntry is the line typed in; its keys choose below and lead out of it.
type saidEntry struct {
	widget.Entry
	pane *saidBefore
}

func newSaidEntry(p *saidBefore) *saidEntry {
	e := &saidEntry{pane: p}
	e.ExtendBaseWidget(e)
	e.OnChanged = func(string) { p.search() }
	return e
}

// TypedKey is called by Fyne.
func (e *saidEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		e.pane.events.leave()
	case fyne.KeyDown:
		e.pane.step(1)
	case fyne.KeyUp:
		e.pane.step(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		e.pane.take(true)
	default:
		e.Entry.TypedKey(k)
	}
}

// newSaid makes the pane of earlier wording.
func (w *Window) newSaid() *saidBefore {
	w.shelf = &shelf{workspace: w.archive.Dir()}
	return newSaidBefore(saidEvents{search: w.searchSaid, insert: w.insertSaid, open: w.open, stop: w.shelf.stop, leave: w.focusText})
}

// saidBefore looks for the words that are selected in earlier statements.
func (w *Window) saidBefore() {
	words := ""
	if f := w.desk.fields[w.desk.at]; f != nil {
		words = strings.Join(strings.Fields(f.SelectedText()), " ")
	}
	if words != "" {
		w.said.words.SetText(words)
	}
	w.toSaid()
}

// toSaid leads to where one writes what is looked for.
func (w *Window) toSaid() {
	w.side.turn(saidPane)
	w.win.Canvas().Focus(w.said.words)
	w.said.words.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// showSaid brings the pane up to date: the workspace may have changed. The
// statements are read on another goroutine; what is known already can be
// searched meanwhile.
func (w *Window) showSaid() {
	w.said.stopped = false
	w.said.offer(w.list.all)
	w.said.search()
	w.later(func() func() {
		mine, err := w.shelf.refresh(func(done, total int) {
			if total > fewStatements {
				w.config.do(func() { w.said.readingOn(done, total) })
			}
		})
		var subjects []string
		if mine && err == nil {
			subjects, err = w.shelf.subjects()
		}
		return func() {
			if !mine {
				return
			}
			w.said.readingOn(0, 0)
			if err != nil {
				w.said.cannot(err)
				return
			}
			w.said.offerSubjects(called(subjects, w.subjects()))
			w.said.search()
		}
	})
}

// called are the tags of subjects by what the officer calls them; one that the
// office's list does not have is called as its tag.
func called(tags []string, known []intake.Subject) map[string]string {
	all := map[string]string{}
	for _, tag := range tags {
		name := tag
		if i := slices.IndexFunc(known, func(s intake.Subject) bool { return s.Tag == tag }); i >= 0 {
			name = cmp.Or(known[i].Heading(interfaceLanguage()), tag)
		}
		all[name] = tag
	}
	return all
}

// fewStatements are read before anybody wonders what is going on.
const fewStatements = 200

// searchSaid looks words up on another goroutine.
func (w *Window) searchSaid(q index.Query) {
	ctx := w.shelf.begin()
	if strings.TrimSpace(q.Words) == "" {
		w.said.found(nil)
		return
	}
	if w.draft != nil {
		q.Skip = w.draft.Statement().ID
	}
	w.later(func() func() {
		hits, err := w.shelf.search(ctx, q)
		return func() {
			switch {
			case errors.Is(err, context.Canceled), ctx.Err() != nil:
			case err != nil:
				w.said.cannot(err)
			default:
				w.said.found(hits)
			}
		}
	})
}

// insertSaid puts an earlier sentence at the caret, as a quotation or as it
// is.
func (w *Window) insertSaid(h index.Hit, quoted bool) {
	if w.desk == nil {
		return
	}
	f := w.desk.goTo(w.desk.at, w.desk.offset)
	if f == nil {
		return
	}
	words := strings.Join(strings.Fields(h.Text), " ")
	if quoted {
		words = quotation(words, w.draft.Statement())
	}
	if w.desk.at.Field == "text" {
		words = string(briefing.Escape(words))
	}
	_, end := f.Selection()
	f.SetCaret(end) // nothing is typed over
	before, after := f.Text()[:end], f.Text()[end:]
	w.draft.Pause()
	f.Insert(gap(lastRune(before)) + words + gap(firstRune(after)))
	w.draft.Pause()
	w.win.Canvas().Focus(f)
}

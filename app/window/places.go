package window

import (
	"slices"
	"strings"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/intake"
	"delegation-briefing/briefing/style"
)

// spot is a byte of the text at a place.
type spot struct {
	at     briefing.Place
	offset int
}

func (w *Window) caret() spot { return spot{w.desk.at, w.desk.offset} }

// pickCommand is the palette: every command by its name, with its key.
func (w *Window) pickCommand() {
	var choices []choice
	for _, c := range w.commands() {
		if c.hidden || c.needs && w.draft == nil {
			continue
		}
		choices = append(choices, choice{name: strings.TrimSuffix(c.name, "…"), note: keyName(c), also: c.also, take: w.choose(c)})
	}
	w.pick(L("What do you want to do?"), choices)
}

// choose is run for a command that was chosen by its name: one for the text is
// meant for it, wherever the keys were before.
func (w *Window) choose(c command) func() {
	return func() {
		if c.edits && typedIn(w.win.Canvas().Focused()) {
			w.focusText()
		}
		w.run(c)()
	}
}

// pickStatement goes to another statement of the workspace.
func (w *Window) pickStatement() {
	var choices []choice
	for _, e := range w.list.all {
		choices = append(choices, choice{name: e.Title, note: noteOf(e, w.list.shelf.twins[e.ID]), take: func() { w.goOn(e.ID) }})
	}
	w.pick(L("Partner, year, title"), choices)
}

// pickOrder asks for the order of the list.
func (w *Window) pickOrder() {
	var choices []choice
	for by := range orders {
		choices = append(choices, choice{name: by.name(), take: func() { w.list.turn(by) }})
	}
	w.pick(L("Order of the list"), choices).step(int(w.list.order))
}

// pickSection goes to a section or a topic of the statement.
func (w *Window) pickSection() {
	s := w.draft.Statement()
	var choices []choice
	for _, sec := range s.Sections {
		part := w.desk.template.Part(sec.Key)
		name := part.HeadingIn(interfaceLanguage())
		choices = append(choices, choice{name: name, take: func() { w.goToSection(sec) }})
		for i, t := range sec.Topics {
			at := briefing.Place{Section: sec.Key, Item: i + 1, Field: "text"}
			choices = append(choices, choice{name: "    " + topicName(t, i+1), note: N("words", briefing.Words(s.Plain(at))), take: func() { w.goTo(at, 0) }})
		}
	}
	w.pick(L("Go to a section or a topic"), choices)
}

// goToSection puts the caret where writing begins in a section. One for people
// that has none yet gets the first.
func (w *Window) goToSection(sec briefing.Section) {
	if w.desk.template.Part(sec.Key).Kind == briefing.ContactsPart && len(sec.People) == 0 {
		w.desk.addPerson(sec.Key, 0)
		return
	}
	w.goTo(firstPlace(sec), 0)
}

// unclear says how a fact is written that cannot be read as it stands.
func (w *Window) unclear(f fact) { w.status.warn(f.unclear()) }

// legible takes back what unclear said.
func (w *Window) legible(f fact) { w.status.unsay(f.unclear()) }

func (f fact) unclear() string { return L("“%s” cannot be read. Write: %s", f.name, f.written()) }

// goToFacts puts the caret into the first fact; the next key replaces it.
func (w *Window) goToFacts() { w.goToFact("partner") }

func (w *Window) goToFact(key string) {
	at := briefing.Place{Field: key}
	w.goTo(at, 0)
	if f := w.desk.fields[at]; f != nil {
		f.Select(0, len(f.Text()))
	}
}

// offerFact opens what there is to choose a fact from.
func (w *Window) offerFact(key string) {
	w.goToFact(key)
	w.desk.facts.help(briefing.Place{Field: key})
}

// offerDay opens the calendar of the date that the caret is in, or of the first.
func (w *Window) offerDay() {
	if w.desk.at == (briefing.Place{Field: "end_date"}) {
		w.offerFact("end_date")
		return
	}
	w.offerFact("date")
}

// pickStatus asks whether the statement is a draft, cleared or published.
func (w *Window) pickStatus() {
	var choices []choice
	for _, s := range briefing.Statuses() {
		choices = append(choices, choice{name: statusName(s), take: func() { w.setStatus(s) }})
	}
	w.pick(L("What is this statement now?"), choices).step(slices.Index(briefing.Statuses(), w.draft.Statement().Status))
}

// subjects are those of the office's list; none where it cannot be read, which
// an import would tell.
func (w *Window) subjects() []intake.Subject {
	all, err := intake.Subjects(w.archive.Office(w.config.Files))
	if err != nil {
		note("The list of subjects cannot be read.", err)
	}
	return all
}

// pickPartner asks for a country, in the language of the statement.
func (w *Window) pickPartner(take func(string)) {
	s := w.draft.Statement()
	w.pickCountry(s.Template, s.Language, take)
}

// pickCountry asks for a country, as the house style of a template writes it.
func (w *Window) pickCountry(template, language string, take func(string)) {
	office := w.archive.Office(w.config.Files)
	w.later(func() func() {
		g, err := style.FindGuide(office, template, language, "")
		return func() {
			if err != nil {
				w.fail(L("The house style cannot be read:"), err)
				return
			}
			var choices []choice
			for _, name := range partners(g) {
				choices = append(choices, choice{name: name, note: capital(g, name), take: func() { take(name) }})
			}
			w.pick(L("Partner"), choices)
		}
	})
}

// firstPlace is where writing begins in a section.
func firstPlace(sec briefing.Section) briefing.Place {
	switch {
	case sec.Text.Blank() && len(sec.Topics) > 0 && sec.Topics[0].Heading != "" && sec.Topics[0].Text.Blank():
		return briefing.Place{Section: sec.Key, Item: 1, Field: "text"}
	case sec.Text.Blank() && len(sec.Topics) > 0:
		return briefing.Place{Section: sec.Key, Item: 1, Field: "heading"}
	case sec.Text.Blank() && len(sec.People) > 0:
		return briefing.Place{Section: sec.Key, Item: 1, Field: "name"}
	}
	return briefing.Place{Section: sec.Key, Field: "text"}
}

func topicName(t briefing.Topic, n int) string {
	if t.Heading != "" {
		return t.Heading
	}
	return L("Topic %d", n)
}

// placeName says in words where a place is: "Opening", "Topics: torture".
func (w *Window) placeName(s briefing.Statement, at briefing.Place) string {
	if at.Section == "" {
		for _, f := range shownFacts() {
			if f.key == at.Field {
				return L("%s: %s", L("Facts"), f.name)
			}
		}
		return L("Facts")
	}
	name := w.desk.template.Part(at.Section).HeadingIn(interfaceLanguage())
	sec := s.Section(at.Section)
	switch n := at.Item - 1; {
	case n >= 0 && n < len(sec.Topics):
		return topicName(sec.Topics[n], at.Item)
	case n >= 0 && n < len(sec.People) && sec.People[n].Name != "":
		return L("%s: %s", name, sec.People[n].Name)
	}
	return name
}

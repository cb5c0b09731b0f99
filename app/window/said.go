package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/precedent/index"
)

// card is a sentence and where it was said; the one chosen shows what stood
// around it, and what can be done.
func (p *saidBefore) card(i int, h index.Hit) fyne.CanvasObject {
	where := paragraph(saidWhere(h.Said))
	where.SizeName = theme.SizeNameCaptionText
	where.Importance = widget.LowImportance
	if i != p.at {
		return newSideCard(saidEdge(false), container.New(column{}, saidWords(h, false), where), func() { p.choose(i) })
	}
	parts := container.New(column{}, saidWords(h, true), where)
	if len(h.Also) > 0 {
		also := paragraph(L("The same words also in:") + " " + saidAlso(h.Also))
		also.SizeName = theme.SizeNameCaptionText
		parts.Add(also)
	}
	quote := newButton(L("Quote"), func() { p.events.insert(h, true) })
	quote.Importance = widget.HighImportance
	parts.Add(container.NewHBox(quote,
		newButton(L("Without marks"), func() { p.events.insert(h, false) }),
		newButton(L("Open it"), func() { p.events.open(h.ID) }),
	))
	return newSideCard(saidEdge(true), parts, func() {})
}

func saidEdge(chosen bool) fyne.CanvasObject {
	if chosen {
		return edgeOf(theme.ColorNamePrimary)
	}
	return edgeOf(theme.ColorNameSeparator)
}

// saidWords is a sentence with what was looked for in bold, and between its
// neighbours if they are wanted.
func saidWords(h index.Hit, around bool) fyne.CanvasObject {
	text := widget.NewRichText()
	text.Wrapping = fyne.TextWrapWord
	add := func(words string, bold, dim bool) {
		style := widget.RichTextStyle{Inline: true, SizeName: theme.SizeNameText, TextStyle: fyne.TextStyle{Bold: bold}}
		if dim {
			style.ColorName = theme.ColorNamePlaceHolder
		}
		if words != "" {
			text.Segments = append(text.Segments, &widget.TextSegment{Text: strings.ReplaceAll(words, "\n", " "), Style: style})
		}
	}
	if around && h.Before != "" {
		add(h.Before+" ", false, true)
	}
	at := 0
	for _, m := range h.Marks {
		if m.Start >= at {
			add(h.Text[at:m.Start], false, false)
			add(h.Text[m.Start:m.End], true, false)
			at = m.End
		}
	}
	add(h.Text[at:], false, false)
	if around && h.After != "" {
		add(" "+h.After, false, true)
	}
	return &richText{text}
}

// saidWhere names the dialogue and the topic.
func saidWhere(s index.Said) string {
	parts := []string{saidIn(s)}
	if topic := strings.TrimSpace(s.Topic); topic != "" {
		parts = append(parts, topic)
	}
	return strings.Join(parts, "  ·  ")
}

// saidIn names the dialogue, and says where its statement is a draft: then it
// has not been said yet. Which dialogue it was, it says in the language of the
// statement, as the kind is called there.
func saidIn(s index.Said) string {
	var parts []string
	for _, part := range []string{s.Partner, s.Date.In(interfaceLanguage())} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if s.Edition > 0 {
		parts = append(parts, briefing.Ordinal(s.Edition, s.Language)+" "+s.Kind)
	}
	if len(parts) == 0 {
		parts = append(parts, s.Headline)
	}
	if s.Status == "" || s.Status == briefing.Draft {
		parts = append(parts, statusName(s.Status))
	}
	return strings.Join(parts, ", ")
}

// saidAlso names the newest of the statements that say the same, and counts the
// others: a closing sentence stands in hundreds.
func saidAlso(all []index.Said) string {
	const most = 4
	var names []string
	for _, s := range all[:min(most, len(all))] {
		names = append(names, saidIn(s))
	}
	if more := len(all) - most; more > 0 {
		names = append(names, N("more statements", more))
	}
	return strings.Join(names, "; ")
}

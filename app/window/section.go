package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"delegation-briefing/app/window/field"
	"delegation-briefing/briefing"
)

// section makes what stands on the desk for a section: its heading and what is
// written in it. Fields there were before are used again, so that the caret
// stays where it is.
func (k *desk) section(s briefing.Statement, sec briefing.Section, old fields) []fyne.CanvasObject {
	part := k.template.Part(sec.Key)
	at := briefing.Place{Section: sec.Key, Field: "text"}
	objects := []fyne.CanvasObject{k.heading(s, part, at)}
	switch part.Kind {
	case briefing.TopicsPart:
		if !sec.Text.Blank() {
			objects = append(objects, k.field(at, part.HintIn(interfaceLanguage()), old))
		}
		objects = append(objects, k.topics(sec, part, old)...)
	case briefing.ContactsPart:
		objects = append(objects, k.people(sec, true, old)...)
	case briefing.PeoplePart:
		objects = append(objects, k.field(at, part.HintIn(interfaceLanguage()), old))
		objects = append(objects, k.people(sec, false, old)...)
	default:
		objects = append(objects, k.field(at, part.HintIn(interfaceLanguage()), old))
		if len(sec.Topics) > 0 {
			objects = append(objects, k.topics(sec, part, old)...)
		}
		if len(sec.People) > 0 {
			objects = append(objects, k.people(sec, true, old)...)
		}
	}
	return objects
}

// fields are those of a desk, by the place of their words.
type fields = map[briefing.Place]*field.Field

// heading is a section's name with its word count.
func (k *desk) heading(s briefing.Statement, part briefing.Part, at briefing.Place) fyne.CanvasObject {
	name := widget.NewLabel(part.HeadingIn(interfaceLanguage()))
	name.TextStyle.Bold, name.Truncation = true, fyne.TextTruncateEllipsis
	wide := fyne.MeasureText(name.Text, theme.TextSize(), name.TextStyle).Width + 2*theme.InnerPadding()
	line := container.New(nameFirst(wide), name)
	if part.Kind != briefing.TopicsPart && part.Kind != briefing.ContactsPart {
		k.counts[at] = small()
		k.count(k.counts[at], s, at)
		line.Add(k.counts[at])
	}
	return container.NewVBox(above(10), line)
}

// nameFirst sets a name that is so wide at the left, and at the right what is
// counted, which gives way where there is no room for both.
type nameFirst float32

// MinSize is called by Fyne.
func (n nameFirst) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize()
}

// Layout is called by Fyne.
func (n nameFirst) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := size.Width
	for _, count := range objects[1:] {
		need := count.MinSize()
		fits := float32(n)+need.Width <= size.Width
		count.(*widget.Label).Hidden = !fits
		if fits {
			left -= need.Width
			place(count, left, (size.Height-need.Height)/2, need.Width, need.Height)
		}
	}
	place(objects[0], 0, 0, left, size.Height)
}

// above is white space.
func above(height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(1, height))
	return r
}

// count shows how many words stand at a place, and how many are suggested.
func (k *desk) count(label *widget.Label, s briefing.Statement, at briefing.Place) {
	part := k.template.Part(at.Section)
	n := briefing.Words(s.Plain(at))
	text := N("words", n)
	if part.Words > 0 {
		text = L("%d of about %s", n, N("words", part.Words))
	}
	importance := widget.LowImportance
	switch {
	case n == 0 && part.Required:
		importance, text = widget.WarningImportance, L("still to be written")
	case n == 0:
		text = ""
	case part.Words > 0 && n > part.Words*3/2:
		importance = widget.WarningImportance
	}
	if label.Text != text || label.Importance != importance {
		label.Importance = importance
		label.SetText(text)
	}
}

// field makes the field for a text, or takes the one there was.
func (k *desk) field(at briefing.Place, hint string, old fields) *field.Field {
	f := old[at]
	if f == nil {
		f = field.New()
		if at.Field != "text" {
			f.Plain = true
			f.Single = at.Field != "phones"
		}
		kind := k.template.Part(at.Section).Kind
		f.Headline = !f.Plain && (kind == briefing.HeadlinePart || kind == briefing.DatelinePart)
		f.Faces = serif()
		k.listen(f, at)
	}
	f.Hint = hint
	f.SetStill(k.still)
	s := k.draft.Statement()
	if old[at] == nil || k.stale(k.shown, s, at, f) {
		f.SetText(inField(s, at))
	}
	k.fields[at] = f
	k.order = append(k.order, at)
	return f
}

// listen has the desk follow what the officer does in a field.
func (k *desk) listen(f *field.Field, at briefing.Place) {
	f.OnChanged = func(text string) {
		k.draft.Type(at, text)
		k.suggest(f, at, text)
	}
	f.OnKey = func(key *fyne.KeyEvent) bool {
		return k.giveUp(key) || k.suggestions.under == f && k.suggestions.key(key) ||
			at.Section == "" && key.Name == fyne.KeyF4 && k.facts.help(at) || k.events.key(key)
	}
	f.OnFocus = func(focused bool) {
		if !focused && k.suggestions.under == f {
			k.suggestions.close()
		}
		if !focused && at.Section == "" {
			k.leaveFact(at)
		}
		if focused && k.at != at {
			k.at = at
			k.events.entered()
		}
	}
	f.OnCaret = func(offset int) {
		k.at, k.offset = at, offset
		k.events.moved(at, offset)
	}
	f.OnCaretMoved = func(pos fyne.Position) {
		if k.holding == nil {
			k.keepInSight(f, pos)
		}
	}
	f.OnHeld = func(mouse fyne.Position) {
		const edge = 12 // who selects in the last row that is seen wants no other yet
		k.hold(mouse, edge, func() stretch {
			f.SelectTo(k.inSight(mouse))
			top := k.top(f)
			return stretch{top, top + f.Size().Height}
		})
	}
	f.OnLetGo = k.letGo
	f.OnPaste = k.events.paste
	f.OnCopy = func(prose string) string { return k.spoken(at, prose) }
	f.OnUndo, f.OnRedo = k.events.undo, k.events.redo
	f.OnLeave = func(back bool) { k.tab(at, back) }
	f.OnLeaveUp = func() { k.step(at, true) }
	f.OnLeaveDown = func() { k.step(at, false) }
}

// tool is a small button with a picture.
func tool(icon fyne.Resource, enabled bool, action func()) *button {
	b := newIconButton("", icon, action)
	b.Importance = widget.LowImportance
	if !enabled {
		b.Disable()
	}
	return b
}

// rail is a thin line at the left of what belongs together.
func rail(inner fyne.CanvasObject) *fyne.Container {
	return container.New(railed{}, railLine(), inner)
}

func railLine() *canvas.Rectangle {
	r := canvas.NewRectangle(theme.Color(theme.ColorNameSeparator))
	r.CornerRadius = 1
	return r
}

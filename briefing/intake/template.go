package intake

import (
	"errors"
	"io/fs"
	"strings"

	"delegation-briefing/briefing"
)

// chooseTemplate opens the template asked for, or the one that fits the text.
func chooseTemplate(text []paragraph, office briefing.Office, name string) (briefing.Template, error) {
	if name != "" {
		return office.Template(name)
	}
	for _, name := range fitting(text, office) {
		t, err := office.Template(name)
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return t, err
		}
	}
	return office.Template("eu-statement")
}

// fitting names templates for a text, the best first.
func fitting(text []paragraph, office briefing.Office) []string {
	switch {
	case isBrief(text, office):
		return []string{"brief"}
	case isNumbered(text):
		return []string{"communique"}
	case isJoint(text):
		return []string{"joint-statement"}
	}
	return nil
}

// isBrief reports whether two headings of the brief stand in the text.
func isBrief(text []paragraph, office briefing.Office) bool {
	t, err := office.Template("brief")
	if err != nil {
		return false
	}
	keys, found := headings(t), map[string]bool{}
	for _, line := range text {
		switch key := keys[asTokens(line.plain)]; key {
		case "", background, contacts, heads, cases:
		default:
			found[key] = true
		}
	}
	return len(found) >= 2
}

// isNumbered reports whether at least four paragraphs are numbered on from 1
// or 2.
func isNumbered(text []paragraph) bool {
	return len(numbering(text)) >= 4
}

// numbering lists the paragraphs that are numbered in sequence.
func numbering(text []paragraph) []int {
	var at []int
	want := 0
	for i, p := range text {
		n := p.number()
		if n == 0 || want > 0 && n != want || want == 0 && n > 2 {
			continue
		}
		at = append(at, i)
		want = n + 1
	}
	return at
}

// number is the number that a paragraph begins with, or 0.
func (p paragraph) number() int {
	m := number.get().FindStringSubmatch(p.plain)
	if m == nil || p.item > 0 {
		return 0
	}
	return figures(m[1], 0)
}

// isJoint reports whether the lines above the text call it a joint one.
func isJoint(text []paragraph) bool {
	for i, p := range text {
		if i > 0 && p.sentence() || i > 8 {
			return false
		}
		line := strings.Join(tokens(p.plain), " ")
		for _, name := range []string{
			"joint press", "joint statement", "joint communique", "joint declaration", "communique conjoint", "declaration conjointe",
			"comunicado conjunto", "comunicado de prensa conjunto", "declaracion conjunta", "declaracao conjunta",
			"gemeinsame erklarung", "dichiarazione congiunta", "совместное заявление", "بيان مشترك",
		} {
			if strings.Contains(line, name) {
				return true
			}
		}
	}
	return false
}

// headings are the headings of a template's parts in all their languages, as
// tokens, and the keys of the parts.
func headings(t briefing.Template) map[string]string {
	keys := map[string]string{}
	for _, p := range t.Parts {
		if p.Kind == briefing.HeadlinePart || p.Kind == briefing.DatelinePart {
			continue
		}
		for _, heading := range p.Headings {
			keys[asTokens(heading)] = p.Key
		}
		keys[asTokens(p.Heading)] = p.Key
	}
	delete(keys, "")
	return keys
}

func asTokens(line string) string {
	if len(line) > 120 {
		return ""
	}
	return strings.Join(tokens(line), " ")
}

// sectionHeading is the key of the part whose heading a paragraph is, or "".
func (d *desk) sectionHeading(i int) string {
	if d.headings == nil {
		d.headings = headings(d.template)
	}
	return d.headings[asTokens(d.text[i].plain)]
}

// hasHeadings reports whether the text has headings of the template's own.
func (d *desk) hasHeadings() bool {
	found := 0
	for _, i := range d.left() {
		if d.sectionHeading(i) != "" {
			found++
		}
	}
	return found >= 2
}

// sortByHeadings puts each paragraph under the heading it stands under.
func (d *desk) sortByHeadings() {
	key := opening
	body := d.left()
	for n, i := range body {
		if section := d.sectionHeading(i); section != "" {
			key = section
		}
		d.section[i] = d.known(key)
		if n > 0 && d.section[i] == d.section[body[n-1]] && d.text[i].item > 0 {
			d.joined[i] = true
		}
		if d.text[i].subheading() && n+1 < len(body) && d.sectionHeading(i) == "" {
			d.joined[body[n+1]] = true
		}
	}
}

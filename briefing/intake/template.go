package intake

import (
	"errors"
	"io/fs"
	"strings"

	"delegation-briefing/briefing"
)

// chooseTemplate opens the template asked for, or the one that fits the text.
func chooseTemplate(text []paragraph, office briefing.Office, words *tables, name string) (briefing.Template, error) {
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
	found := 0
	for _, p := range t.Parts {
		if p.Key == background || p.Key == contacts || p.Key == heads || p.Key == cases || !p.ShowHeading {
			continue
		}
		for _, line := range text {
			if isHeading(p, line.plain) {
				found++
				break
			}
		}
	}
	return found >= 2
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
	m := number.FindStringSubmatch(p.plain)
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
			"comunicado conjunto", "comunicado de prensa conjunto", "declaracion conjunta", "declaracao conjunta", "comunicado conjunto",
			"gemeinsame erklarung", "dichiarazione congiunta", "совместное заявление", "بيان مشترك",
		} {
			if strings.Contains(line, name) {
				return true
			}
		}
	}
	return false
}

// isHeading reports whether a line is the heading of a part, in any of its
// languages.
func isHeading(part briefing.Part, line string) bool {
	if len(line) > 120 {
		return false
	}
	said := strings.Join(tokens(line), " ")
	if said == "" {
		return false
	}
	if strings.Join(tokens(part.Heading), " ") == said {
		return true
	}
	for _, heading := range part.Headings {
		if strings.Join(tokens(heading), " ") == said {
			return true
		}
	}
	return false
}

// sectionHeading is the key of the part whose heading a paragraph is, or "".
func (d *desk) sectionHeading(i int) string {
	for _, p := range d.template.Parts {
		if p.Kind != briefing.HeadlinePart && p.Kind != briefing.DatelinePart && isHeading(p, d.text[i].plain) {
			return p.Key
		}
	}
	return ""
}

// headed reports whether the text has headings of the template's own.
func (d *desk) headed() bool {
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

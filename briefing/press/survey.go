package press

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"delegation-briefing/briefing/page"
)

// meaning is a glyph and the text it stands for.
type meaning struct {
	glyph uint16
	text  string
}

func (m meaning) compare(o meaning) int {
	return cmp.Or(cmp.Compare(m.glyph, o.glyph), strings.Compare(m.text, o.text))
}

// joiner is what a glyph stands for that is part of the one before: nothing,
// which a PDF must write as something. U+2060 has no shape, no width and does
// not end a word.
const joiner = "\u2060"

// survey lists what the glyphs of a page mean, face by face, in the order in
// which the faces are met.
type survey []usage

type usage struct {
	face     *page.Face
	meanings []meaning // sorted
}

// surveyPage looks at every glyph of a page once. It refuses glyphs that no
// reader could turn back into text.
func surveyPage(p *page.Page) (survey, error) {
	counts := map[*page.Face]*census{}
	var found survey
	for _, item := range p.Items {
		text, ok := item.(*page.Text)
		if !ok || len(text.Glyphs) == 0 {
			continue
		}
		if !(text.Size > 0) {
			return nil, fmt.Errorf("letters of %v points cannot be printed", text.Size)
		}
		c := counts[text.Face]
		if c == nil {
			c = &census{more: map[meaning]bool{}}
			counts[text.Face] = c
			found = append(found, usage{face: text.Face})
		}
		for i := range text.Glyphs {
			if err := c.count(&text.Glyphs[i]); err != nil {
				return nil, err
			}
		}
	}
	for i := range found {
		found[i].meanings = counts[found[i].face].meanings()
	}
	return found, nil
}

// census counts the meanings of one face's glyphs. Nearly all glyphs have one.
type census struct {
	first []string // by glyph; "": not met
	more  map[meaning]bool
}

func (c *census) count(g *page.Glyph) error {
	text := g.Text
	if text == "" {
		text = joiner
	}
	if int(g.ID) >= len(c.first) {
		c.first = append(c.first, make([]string, int(g.ID)+1-len(c.first))...)
	}
	switch c.first[g.ID] {
	case text:
		return nil
	case "":
		c.first[g.ID] = text
		return check(g.ID, text)
	}
	c.more[meaning{g.ID, text}] = true
	return check(g.ID, text)
}

func (c *census) meanings() []meaning {
	all := slices.Collect(maps.Keys(c.more))
	for glyph, text := range c.first {
		if text != "" {
			all = append(all, meaning{uint16(glyph), text})
		}
	}
	slices.SortFunc(all, meaning.compare)
	return all
}

// check refuses what PDF/A-2a refuses (ISO 19005-2 §6.2.11.7, §6.2.11.8).
func check(glyph uint16, text string) error {
	if glyph == 0 {
		return fmt.Errorf("no font has the character %q", text)
	}
	for _, r := range text {
		if r == utf8.RuneError || r < ' ' || 0x7f <= r && r < 0xa0 || r == '\ufeff' || r&0xfffe == 0xfffe {
			return fmt.Errorf("the character %U cannot be printed", r)
		}
		if 0xe000 <= r && r < 0xf900 || r >= 0xf0000 {
			return fmt.Errorf("the character %U means something else on every machine and cannot be printed", r)
		}
	}
	return nil
}

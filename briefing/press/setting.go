package press

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"delegation-briefing/briefing/page"
	"delegation-briefing/briefing/press/internal/pdf"
)

// setting is a document set in PDF operators.
type setting struct {
	doc    *page.Document
	sheets []*sheet
	faces  []*page.Face // in use, in the order in which they are met
	fonts  map[*page.Face]*font
	tree   *tree
	warm   *memory
}

// typeset sets a document. What the memory has of it is used again.
func typeset(doc *page.Document, warm *memory) (*setting, error) {
	if doc.Root == nil || len(doc.Pages) == 0 {
		return nil, errors.New("the document is empty")
	}
	s := &setting{doc: doc, warm: warm, tree: newTree(doc.Root)}
	surveys, err := s.survey()
	if err != nil {
		return nil, err
	}
	if err := s.findFonts(surveys); err != nil {
		return nil, err
	}
	s.sheets = pdf.InParallel(surveys, func(v surveyed) *sheet {
		if old := s.warm.sheets[v.page]; old != nil && s.sameCodes(v.survey) {
			return old
		}
		return setPage(v.page, v.survey, s.fonts, s.tree.linkOf)
	})
	return s, s.tree.grow(s.sheets)
}

// memory is what a press should remember of the document.
func (s *setting) memory() *memory {
	m := &memory{s.fonts, make(map[*page.Page]*sheet, len(s.sheets))}
	for _, sheet := range s.sheets {
		m.sheets[sheet.page] = sheet
	}
	return m
}

type surveyed struct {
	page   *page.Page
	survey survey
	err    error
}

// survey looks at all pages.
func (s *setting) survey() ([]surveyed, error) {
	surveys := pdf.InParallel(s.doc.Pages, func(p *page.Page) surveyed {
		if old := s.warm.sheets[p]; old != nil {
			return surveyed{p, old.survey, nil}
		}
		found, err := surveyPage(p)
		return surveyed{p, found, err}
	})
	for i, v := range surveys {
		if v.err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, v.err)
		}
	}
	return surveys, nil
}

// findFonts gathers what the glyphs of every face mean in the whole document.
func (s *setting) findFonts(surveys []surveyed) error {
	all := map[*page.Face][]meaning{}
	for _, v := range surveys {
		for _, u := range v.survey {
			if all[u.face] == nil {
				s.faces = append(s.faces, u.face)
			}
			all[u.face] = append(all[u.face], u.meanings...)
		}
	}
	s.fonts = make(map[*page.Face]*font, len(all))
	names := map[string]int{}
	for _, face := range s.faces {
		slices.SortFunc(all[face], meaning.compare)
		f, err := newFont(face, slices.Compact(all[face]), s.warm.fonts[face])
		if err != nil {
			return err
		}
		names[f.Name]++
		s.fonts[face] = f.named(names[f.Name])
	}
	return nil
}

// sameCodes reports whether the codes on a page are those that the memory's
// fonts gave it.
func (s *setting) sameCodes(v survey) bool {
	for _, u := range v {
		old, now := s.warm.fonts[u.face], s.fonts[u.face]
		if old != now && (old == nil || old.key != now.key || !maps.Equal(old.extra, now.extra)) {
			return false
		}
	}
	return true
}

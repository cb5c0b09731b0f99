package archive

import (
	"bytes"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"

	"delegation-briefing/briefing"
)

// Origin is a sentence, a heading or a person's field of a statement, and the
// first version in which it stood.
type Origin struct {
	briefing.Piece
	First *Version // nil: no version has it yet
}

// Blame tells of every sentence in a statement's file which version had it
// first, so who wrote it and when, in reading order. A sentence that moved, or
// was taken out and put back, stays its writer's.
func (a *Archive) Blame(id string) ([]Origin, error) {
	s, err := a.Peek(id)
	if err != nil {
		return nil, err
	}
	first, err := a.firsts(id)
	var all []Origin
	for _, p := range s.Pieces() {
		all = append(all, Origin{p, first[p.Text]})
	}
	return all, err
}

// firsts returns the first version of every sentence that ever stood in a
// statement.
func (a *Archive) firsts(id string) (map[string]*Version, error) {
	a.versions.Lock()
	defer a.versions.Unlock()
	history, err := a.history(id)
	if len(history) == 0 {
		return nil, err
	}
	r, failed := a.repository()
	if failed != nil {
		return nil, failed
	}
	first := map[string]*Version{}
	for _, v := range slices.Backward(history) {
		texts, failed := r.sentences(v.ID)
		if failed != nil {
			return first, failed
		}
		for _, text := range texts {
			if first[text] == nil {
				first[text] = &v
			}
		}
	}
	return first, err
}

// sentences lists what stands in a version. A version whose file this program
// cannot read any more has none.
func (r *repository) sentences(version string) ([]string, error) {
	c, err := r.commit(plumbing.NewHash(version))
	if err != nil {
		return nil, err
	}
	data, err := r.file(c, "statement.toml")
	if err != nil {
		return nil, err
	}
	s, err := briefing.ReadStatement(bytes.NewReader(data))
	if err != nil {
		return nil, nil
	}
	var texts []string
	for _, p := range s.Pieces() {
		texts = append(texts, p.Text)
	}
	return texts, nil
}

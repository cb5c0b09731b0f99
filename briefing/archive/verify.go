package archive

import (
	"cmp"
	"fmt"

	"github.com/go-git/go-git/v5/plumbing"
)

// Health is what [Archive.Verify] found.
type Health struct {
	Statements, Versions int
	Problems             []Problem
}

// Problem is something that cannot be read.
type Problem struct {
	ID       string // of the statement; empty: of all that has versions
	Err      error
	LastGood string // the newest version that reads well; empty: none
}

// Verify reads every statement and every version, and changes nothing. The
// error is set only where it could not look at all.
func (a *Archive) Verify() (Health, error) {
	var h Health
	entries, err := a.List()
	if err != nil {
		return h, err
	}
	ids, err := a.kept()
	if err != nil {
		h.Problems = append(h.Problems, Problem{Err: fmt.Errorf("reading the branches of versions: %w", err)})
	}
	for _, e := range entries {
		h.Statements++
		if e.Err != nil {
			h.Problems = append(h.Problems, Problem{ID: e.ID, Err: e.Err})
		}
	}
	good := map[string]string{}
	for _, id := range ids {
		good[id] = a.verifyVersions(id, &h)
	}
	for i := range h.Problems {
		h.Problems[i].LastGood = good[h.Problems[i].ID]
	}
	return h, nil
}

// kept lists the statements that have versions; with an error, those it found.
func (a *Archive) kept() ([]string, error) {
	a.versions.Lock()
	defer a.versions.Unlock()
	r, err := a.repository()
	if err != nil {
		return nil, err
	}
	return r.ids()
}

// verifyVersions reads the versions of a statement and returns the newest that
// reads well, or nothing.
func (a *Archive) verifyVersions(id string, h *Health) (good string) {
	history, err := a.History(id)
	if err != nil {
		h.Problems = append(h.Problems, Problem{ID: id, Err: err})
	}
	for _, v := range history {
		if err := a.verifyVersion(v.ID); err != nil {
			h.Problems = append(h.Problems, Problem{ID: id, Err: err})
			continue
		}
		h.Versions++
		good = cmp.Or(good, v.ID)
	}
	return good
}

// verifyVersion reads all that a version keeps.
func (a *Archive) verifyVersion(version string) error {
	a.versions.Lock()
	defer a.versions.Unlock()
	r, err := a.repository()
	if err != nil {
		return err
	}
	c, err := r.commit(plumbing.NewHash(version))
	if err != nil {
		return err
	}
	_, _, err = r.statementOf(c)
	return err
}

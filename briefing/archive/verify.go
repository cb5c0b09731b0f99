package archive

import (
	"fmt"
	"io/fs"
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
	for _, id := range ids {
		a.verifyVersions(id, &h)
	}
	for i := range h.Problems {
		if p := &h.Problems[i]; p.LastGood == "" {
			p.LastGood = a.lastGood(p.ID)
		}
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

func (a *Archive) verifyVersions(id string, h *Health) {
	history, err := a.History(id)
	if err != nil {
		h.Problems = append(h.Problems, Problem{ID: id, Err: err})
	}
	for _, v := range history {
		if _, err := a.LoadVersion(id, v.ID, noFiles{}); err != nil {
			h.Problems = append(h.Problems, Problem{ID: id, Err: err})
			continue
		}
		h.Versions++
	}
}

func (a *Archive) lastGood(id string) string {
	history, _ := a.History(id)
	for _, v := range history {
		if _, err := a.LoadVersion(id, v.ID, noFiles{}); err == nil {
			return v.ID
		}
	}
	return ""
}

// noFiles is an empty shelf.
type noFiles struct{}

func (noFiles) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

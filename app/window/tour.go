package window

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"

	"delegation-briefing/briefing"
)

// tourID is the tour's name in a workspace.
const tourID = "tour"

// newcomer reports whether the officer has neither seen the tour nor a
// workspace before: a tour must not turn up among colleagues' statements.
func (w *Window) newcomer() bool {
	return w.house.fresh && !w.app.Preferences().Bool(tourSetting)
}

// tour shows the statement that tells what to try. It can be written in like
// any other, so it is taken as it was left; once it is in the trash, it is
// written anew.
func (w *Window) tour() {
	w.app.Preferences().SetBool(tourSetting, true)
	for n := 1; n < 10; n++ { // one that was written anew has another name
		id := tourID
		if n > 1 {
			id += "-" + strconv.Itoa(n)
		}
		if isFile(w.archive.Path(id)) {
			w.show(id)
			return
		}
	}
	s, err := readTour(w.config.Files, interfaceLanguage())
	if err != nil {
		w.fail(L("The tour cannot be read."), err)
		return
	}
	w.add(s)
}

// readTour reads the tour in a language, or in English.
func readTour(files fs.FS, language string) (briefing.Statement, error) {
	f, err := files.Open("help/tour." + language + ".toml")
	if errors.Is(err, fs.ErrNotExist) {
		f, err = files.Open("help/tour.en.toml")
	}
	if err != nil {
		return briefing.Statement{}, fmt.Errorf("reading the tour: %w", err)
	}
	defer f.Close()
	s, err := briefing.ReadStatement(f)
	if err != nil {
		return s, fmt.Errorf("reading the tour: %w", err)
	}
	s.ID = tourID
	return s, nil
}

package window

// doubleClick has the system offer this program for statements' files, or no
// longer, as the officer wishes.
func (w *Window) doubleClick() {
	way := w.config.association
	if way.Made() {
		w.ask(L("Open by double click"), L("No longer"), w.reading(L("Windows offers this program for .toml files. The files stay as they are when it no longer does.")), nil, func() {
			w.told(way.Undo, L("Windows no longer offers this program for .toml files."))
		})
		return
	}
	w.ask(L("Open by double click"), L("Offer this program"), w.reading(L("Statements are .toml files. Windows will offer this program for them, for your account alone. Where another program opens them, it does so until you choose this one.")), nil, func() {
		w.told(way.Make, L("Windows offers this program for .toml files now."))
	})
}

// told tells the system something, and the officer what came of it.
func (w *Window) told(tell func() error, done string) {
	if err := tell(); err != nil {
		w.fail(L("Windows did not take it."), err)
		return
	}
	w.status.say(done)
}

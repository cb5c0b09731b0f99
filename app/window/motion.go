package window

import "fyne.io/fyne/v2"

// calm is the program as Fyne's widgets see it: one that asks for no motion.
// Each step of an animation draws the whole window anew, and that of a caret in
// a line goes on when its dialog has long gone. What moves is the caret of the
// text alone, which the desk has blink.
type calm struct {
	fyne.App
	settings fyne.Settings
}

func calmed(a fyne.App) calm { return calm{a, motionless{a.Settings()}} }

// Settings is called by Fyne, for every colour.
func (c calm) Settings() fyne.Settings { return c.settings }

type motionless struct{ fyne.Settings }

// ShowAnimations is called by Fyne.
func (motionless) ShowAnimations() bool { return false }

// lessMotion reports whether the officer, or the machine she works at, wants
// nothing to move that need not.
func (w *Window) lessMotion() bool {
	return w.app.Preferences().Bool(motionSetting) || !w.app.Settings().ShowAnimations()
}

// switchMotion has the caret stand still, or blink again.
func (w *Window) switchMotion() {
	p := w.app.Preferences()
	p.SetBool(motionSetting, !p.Bool(motionSetting))
	if w.desk != nil {
		w.desk.setStill(w.lessMotion())
	}
	said := L("The caret blinks.")
	if w.lessMotion() {
		said = L("The caret stands still.")
	}
	w.status.say(said)
}

// setStill has the carets of the desk stand still, or blink.
func (k *desk) setStill(still bool) {
	k.still = still
	for _, f := range k.fields {
		f.SetStill(still)
	}
}

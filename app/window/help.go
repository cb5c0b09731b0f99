package window

import (
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// showHelp shows the help page in the language of the window, or in English.
func (w *Window) showHelp() {
	page, err := fs.ReadFile(w.config.Files, "help/"+interfaceLanguage()+".md")
	if err != nil {
		page, err = fs.ReadFile(w.config.Files, "help/en.md")
	}
	if err != nil {
		w.fail(L("The help cannot be read."), err)
		return
	}
	text := widget.NewRichTextFromMarkdown(string(page))
	text.Wrapping = fyne.TextWrapWord
	w.tell(L("How to"), container.NewGridWrap(w.dialogSize(680, 560), container.NewVScroll(text)))
}

package window

import (
	"io/fs"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// helpPage is a part of the help with its title.
type helpPage struct{ title, text string }

// helpPages parts the help, whose pages begin with a line "## title".
func helpPages(markdown string) []helpPage {
	var pages []helpPage
	for _, part := range strings.Split("\n"+markdown, "\n## ")[1:] {
		title, text, _ := strings.Cut(part, "\n")
		pages = append(pages, helpPage{title, text})
	}
	return pages
}

// showHelp shows the help in the language of the window, or in English,
// beginning with what the officer is at.
func (w *Window) showHelp() {
	text, err := fs.ReadFile(w.config.Files, "help/"+interfaceLanguage()+".md")
	if err != nil {
		text, err = fs.ReadFile(w.config.Files, "help/en.md")
	}
	if err != nil {
		w.fail(L("The help cannot be read."), err)
		return
	}
	w.tell(L("How to"), w.helpBook(helpPages(string(text)), w.helpTopic()))
}

// helpTopic is the title of the page about what has the keys, or of none.
func (w *Window) helpTopic() string {
	switch on := w.win.Canvas().Focused(); {
	case holds(w.list.content, on):
		return L("The list")
	case holds(w.side.content, on):
		return w.side.panes[w.side.at].name
	case holds(w.middle, on):
		return L("The desk")
	}
	return ""
}

// helpBook has the titles of its pages at the left, and one of them open.
func (w *Window) helpBook(pages []helpPage, topic string) fyne.CanvasObject {
	shown := widget.NewRichText()
	shown.Wrapping = fyne.TextWrapWord
	scroll := container.NewVScroll(shown)
	titles := container.NewVBox()
	open := func(n int) {
		for i, o := range titles.Objects {
			o.(*button).choose(pages[i].title, i == n)
		}
		shown.ParseMarkdown("## " + pages[n].title + "\n" + pages[n].text)
		scroll.ScrollToTop()
	}
	at := 0
	for i, p := range pages {
		title := newAnswer(p.title, scroll, func() { open(i) }, w.closeTop)
		title.Alignment = widget.ButtonAlignLeading
		titles.Add(title)
		if p.title == topic {
			at = i
		}
	}
	open(at)
	return container.NewGridWrap(w.dialogSize(62, 40), container.NewBorder(nil, nil, container.NewVScroll(titles), nil, scroll))
}

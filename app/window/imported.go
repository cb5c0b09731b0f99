package window

import (
	"errors"
	"fmt"
	"strings"

	"delegation-briefing/briefing"
	"delegation-briefing/briefing/intake"
)

// remarksIn lists remarks, one a line.
func remarksIn(all []intake.Remark) string {
	left, said := map[string]int{}, map[string]int{}
	for _, r := range all {
		left[r.Said]++
	}
	var lines []string
	for _, r := range all {
		if said[r.Said] == mostAlike {
			continue
		}
		lines = append(lines, "– "+remarkInWords(r))
		said[r.Said]++
		if more := left[r.Said] - mostAlike; more > 0 && said[r.Said] == mostAlike {
			lines = append(lines, "  "+N("more like these", more))
		}
	}
	return strings.Join(lines, "\n")
}

// mostAlike is how many remarks of a kind are told of a text: nobody reads a thousand,
// and the window would take minutes to lay them out.
const mostAlike = 3

// remarkInWords says in the language of the window what an import could not
// tell.
func remarkInWords(r intake.Remark) string {
	if said, ok := remarksInWords()[r.Said]; ok {
		return fmt.Sprintf(said, r.With...)
	}
	return r.String()
}

// faultInWords says in the language of the window what is wrong in a file, and
// reports whether there is something to add to what its reader says: it is one of
// the faults that files from outside often have, or has a line.
func faultInWords(err error) (string, bool) {
	var fault *briefing.FileError
	if !errors.As(err, &fault) {
		return "", false
	}
	said, ok := faultsInWords()[fault.Message]
	if fault.Line == 0 {
		return said, ok
	}
	if !ok {
		said = L("This is not written as it must be.") + " (" + fault.Message + ")"
	}
	return L("Line %d, column %d:", fault.Line, fault.Col) + " " + said, true
}

// faultInShort says where a file cannot be read, in the language of the window. What
// its reader expected there has no room in a line; it is told on opening.
func faultInShort(err error) string {
	var fault *briefing.FileError
	if errors.As(err, &fault) && fault.Line > 0 {
		return L("line %d, column %d", fault.Line, fault.Col)
	}
	return inWords(err)
}

// remarksInWords are the sentences of the intake, by themselves.
func remarksInWords() map[string]string {
	return map[string]string{
		"The text does not say what kind of dialogue it is about.":                                      L("The text does not say what kind of dialogue it is about."),
		"The partner could not be told from the text.":                                                  L("The partner could not be told from the text."),
		"The text does not say which dialogue it was, by number.":                                       L("The text does not say which dialogue it was, by number."),
		"The text does not say when the dialogue was held.":                                             L("The text does not say when the dialogue was held."),
		"The year of the dialogue is missing: the text says “%s” only.":                                 L("The year of the dialogue is missing: the text says “%s” only."),
		"The text does not say where the dialogue was held.":                                            L("The text does not say where the dialogue was held."),
		"The headline and the text number the dialogue differently; the number of the text was taken.":  L("The headline and the text number the dialogue differently; the number of the text was taken."),
		"The text says “yesterday”: the date is the day before the one it bears.":                       L("The text says “yesterday”: the date is the day before the one it bears."),
		"The year of the dialogue was taken from the date of release.":                                  L("The year of the dialogue was taken from the date of release."),
		"The date is that of the release: the text does not say when the dialogue was held.":            L("The date is that of the release: the text does not say when the dialogue was held."),
		"The place is that of the release: the text does not say where the dialogue was held.":          L("The place is that of the release: the text does not say where the dialogue was held."),
		"The text has no headline.":                                                                     L("The text has no headline."),
		"No subject was recognised in the paragraph that begins “%s”: it is kept as a topic.":           L("No subject was recognised in the paragraph that begins “%s”: it is kept as a topic."),
		"The numbers of the paragraphs are kept in the text: the template would number them otherwise.": L("The numbers of the paragraphs are kept in the text: the template would number them otherwise."),
		"%s: the template prints this section further down than it stood in the text.":                  L("%s: the template prints this section further down than it stood in the text."),
		"Only one head of delegation could be taken into a row; the other stands in the text.":          L("Only one head of delegation could be taken into a row; the other stands in the text."),
		"The names of the heads of delegation stand in the text only: their rows could not be filled.":  L("The names of the heads of delegation stand in the text only: their rows could not be filled."),
		"The heads of delegation are named in the opening: the paragraph was not taken apart.":          L("The heads of delegation are named in the opening: the paragraph was not taken apart."),
		"The notes were left out: a statement has none. Where one matters, write it into the text.":     L("The notes were left out: a statement has none. Where one matters, write it into the text."),
	}
}

// faultsInWords are the faults of files, by what their readers say.
func faultsInWords() map[string]string {
	return map[string]string{
		"the file is empty":                                                                                          L("The file is empty."),
		"there are no words in it":                                                                                   L("There are no words in the file."),
		"this is not a text: it has signs no text has":                                                               L("This is not a text."),
		"this is not a text: it has NUL bytes in it":                                                                 L("This is not a text."),
		"the text is cut off in the middle of a character: get the whole file":                                       L("The text is cut off in the middle of a character. Get the whole file."),
		"the text is damaged: this is not UTF-8":                                                                     L("The text is damaged. Get the file again."),
		"this is text in an encoding that is not known here: save it as UTF-8":                                       L("This text is in an encoding that is not known here. Save it as UTF-8."),
		"this is not UTF-8 text":                                                                                     L("This is not a text in UTF-8. Save it so."),
		"the DOCX file is damaged: get the whole file":                                                               L("The DOCX file is damaged. Get the whole file."),
		"this is not a statement: it does not begin with \"format = 1\"":                                             L("This is not a statement of this program."),
		"this is a PDF, not a text: open it in its own program and save it as plain text":                            L("This is a PDF. Save its words as a text first."),
		"this is an old Word file, not a text: open it in its own program and save it as plain text":                 L("This is an old Word file. Save it as DOCX first."),
		"this is an RTF file, not a text: open it in its own program and save it as plain text":                      L("This is an RTF file. Save it as DOCX first."),
		"this is a picture, not a text: open it in its own program and save it as plain text":                        L("This is a picture, not a text."),
		"this is a packed file (DOCX, ODT or ZIP), not a text: open it in its own program and save it as plain text": L("This packed file holds no document of Word’s. Save it as DOCX first."),
	}
}

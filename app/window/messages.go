package window

// L is what an interface text is called in the officer's language.
func L(text string) string { return text }

// interfaceLanguage is the language the window speaks.
func interfaceLanguage() string { return "en" }

package style

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// phone is a telephone number as it stands in a passage.
type phone struct {
	p        *passage
	from, to int
	text     string
	country  string   // digits after the plus
	trunk    string   // "(0)", "(0) " or ""
	groups   []string // of digits after that
	gap      string   // what parts the groups
}

var phoneForm = regexp.MustCompile(`(?:\+|\b0)\(?\d[\d ()./\x{A0}‑-]{5,}\d`)
var phoneParts = regexp.MustCompile(`^\+(\d{1,3})([ \x{A0}./-]?)(\(0\)[ \x{A0}]?)?(.*)$`)

// findPhones finds the numbers among the contacts.
func findPhones(passages []*passage) []phone {
	var all []phone
	for _, p := range passages {
		if p.kind != "phones" && p.kind != "contacts" {
			continue
		}
		for _, m := range phoneForm.FindAllStringIndex(p.text, -1) {
			all = append(all, newPhone(p, m[0], m[1]))
		}
	}
	return all
}

func newPhone(p *passage, from, to int) phone {
	ph := phone{p: p, from: from, to: to, text: p.text[from:to]}
	m := phoneParts.FindStringSubmatch(ph.text)
	if m == nil {
		return ph
	}
	ph.country, ph.trunk = m[1], m[3]
	rest := m[4]
	if m[2] == "" && m[3] == "" { // "+3222985691": the code is not set apart
		code := countryCode(m[1])
		ph.country, rest = code, m[1][len(code):]+rest
	}
	ph.groups = strings.FieldsFunc(rest, func(r rune) bool { return !unicode.IsDigit(r) })
	if i := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsDigit(r) }); i >= 0 {
		ph.gap = string(first(rest[i:]))
	}
	return ph
}

// countryCode is the calling code some digits begin with (ITU-T E.164).
func countryCode(digits string) string {
	two := []string{"20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
		"51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86",
		"90", "91", "92", "93", "94", "95", "98"}
	switch {
	case digits[0] == '1' || digits[0] == '7':
		return digits[:1]
	case len(digits) > 2 && slices.Contains(two, digits[:2]):
		return digits[:2]
	}
	return digits
}

func (ph phone) digits() string { return strings.Join(ph.groups, "") }

// form is the look of a number: numbers of one form look alike.
func (ph phone) form() string { return ph.trunk + "|" + ph.gap }

// in writes the number as a profile or, where that has no form, another number
// has it. A number that has no (0) is given none: whether it wants one is for
// its country to say.
func (ph phone) in(style string, like phone) string {
	switch style {
	case "isg":
		return "+" + ph.country + " " + ph.digits()
	case "e123":
		return "+" + ph.country + " " + strings.Join(ph.groups, " ")
	}
	trunk, gap := like.trunk, like.gap
	if ph.trunk == "" {
		trunk = ""
	}
	return "+" + ph.country + " " + trunk + strings.Join(ph.groups, gap)
}

// checkPhones compares the numbers with the profile's form or, where it has
// none, with the form most of them have.
func checkPhones(r *reading, rule *Rule) {
	var like phone
	count := map[string]int{}
	for _, ph := range r.phones {
		if count[ph.form()]++; like.p == nil || count[ph.form()] > count[like.form()] {
			like = ph
		}
	}
	for _, ph := range r.phones {
		n := note{say: r.g.profile.Phones, offer: true, safe: rule.safe()}
		if ph.country == "" {
			r.remark(rule, ph.p, ph.from, ph.to, note{say: "national"})
			continue
		}
		if n.instead = ph.in(r.g.profile.Phones, like); n.instead == ph.text {
			continue
		}
		n.safe = n.safe && digitsOf(n.instead) == digitsOf(ph.text)
		r.remark(rule, ph.p, ph.from, ph.to, n)
	}
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, strings.Replace(s, "(0)", "", 1))
}

// checkBelgianNumbers counts the digits after +32: nine for a mobile number,
// which begins with 4, eight for any other.
func checkBelgianNumbers(r *reading, rule *Rule) {
	for _, ph := range r.phones {
		want := 8
		if strings.HasPrefix(ph.digits(), "4") {
			want = 9
		}
		if have := len(ph.digits()); ph.country == "32" && have != want {
			r.remark(rule, ph.p, ph.from, ph.to, note{with: []string{"have", strconv.Itoa(have), "want", strconv.Itoa(want)}})
		}
	}
}

// checkKnownNumbers compares the numbers of the contacts with those they had
// last time, for a figure or two that went wrong.
func checkKnownNumbers(r *reading, rule *Rule) {
	for _, at := range r.people() {
		name, _ := r.s.Text(at)
		seen, ok := r.known.Directory.find(fold(name), r.s)
		if !ok {
			continue
		}
		at.Field = "phones"
		here := slices.DeleteFunc(slices.Clone(r.phones), func(ph phone) bool { return ph.p.at != at })
		now := make([]string, len(here))
		for i, ph := range here {
			now[i] = ph.text
		}
		gone := slices.DeleteFunc(slices.Clone(seen.Phones), func(before string) bool { return numberIn(now, before) })
		for _, ph := range here {
			if before := slipOf(ph.text, gone); before != "" && !numberIn(seen.Phones, ph.text) {
				n := instead(before)
				n.with = []string{"name", name, "when", r.inRemarks(seen.When)}
				r.remark(rule, ph.p, ph.from, ph.to, n)
			}
		}
	}
}

// numberIn reports whether a number is among others, however they are written.
func numberIn(others []string, number string) bool {
	return slices.ContainsFunc(others, func(other string) bool { return digitsOf(other) == digitsOf(number) })
}

// slipOf finds the number that differs from this one in one or two figures; ""
// where there is none.
func slipOf(number string, others []string) string {
	found := ""
	for _, other := range others {
		if d := distance([]rune(digitsOf(number)), []rune(digitsOf(other))); d <= 2 {
			found = other
		}
	}
	return found
}

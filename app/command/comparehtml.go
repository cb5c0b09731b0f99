package command

import (
	"html/template"
	"io"

	"delegation-briefing/briefing"
)

// writeComparisonHTML writes a comparison as a web page: what was added and
// what was left out stands in the elements made for it.
func writeComparisonHTML(w io.Writer, p pair) error {
	return comparisonPage().Execute(w, struct {
		pair
		Old, New briefing.Statement
	}{p, p.old, p.new})
}

func comparisonPage() *template.Template {
	return template.Must(template.New("comparison").Funcs(template.FuncMap{
		"where":   where,
		"placeOf": placeOf,
		"tag":     tagOf,
	}).Parse(comparisonHTML))
}

// tagOf is the element that a run of words stands in.
func tagOf(op briefing.Op) string {
	switch op {
	case briefing.Added:
		return "ins"
	case briefing.Removed:
		return "del"
	}
	return "span"
}

const comparisonHTML = `<!DOCTYPE html>
<html lang="{{.New.Language}}">
<head><meta charset="utf-8"><title>{{.New.Headline}}</title></head>
<body>
<h1>{{.New.Headline}}</h1>
{{- with .Objections}}
<h2>Taken over although house style objects</h2>
<ul>
{{- range .}}
<li><strong>{{where .At}}</strong> <q>{{.Reads}}</q>{{range .Remarks}}<br>{{.Severity}}: {{.Message}}{{end}}</li>
{{- end}}
</ul>
{{- end}}
{{- with .Topics}}
<h2>Topics</h2>
<table>
<tr><th scope="col">Topic</th><th scope="col">What became of it</th><th scope="col">Tone</th></tr>
{{- range .}}
<tr><th scope="row">{{.Name}}</th><td>{{.Kind}}</td><td>{{range $i, $s := .Tone}}{{if $i}}<br>{{end}}{{$s}}{{end}}</td></tr>
{{- end}}
</table>
{{- end}}
{{- with .Coverage}}
<h2>Coverage</h2>
<table>
<tr><th scope="col">Subject</th><th scope="col">This time</th><th scope="col">Words</th><th scope="col">Words last time</th></tr>
{{- range .}}
<tr><th scope="row">{{.Subject}}{{if .Agenda}} (on the agenda){{end}}</th><td>{{.State}}</td><td>{{.Words}}</td><td>{{.Last}}</td></tr>
{{- end}}
</table>
{{- end}}
<h2>Changes</h2>
{{- with .Changes}}
<ul>
{{- range .}}
<li><strong>{{.Kind}} {{placeOf .}}</strong><br>
{{- range .Runs}}{{if eq (tag .Op) "ins"}}<ins>{{.Text}}</ins>{{else if eq (tag .Op) "del"}}<del>{{.Text}}</del>{{else}}<span>{{.Text}}</span>{{end}}{{end}}</li>
{{- end}}
</ul>
{{- else}}
<p>No difference.</p>
{{- end}}
</body>
</html>
`

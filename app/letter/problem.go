package letter

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"text/template/parse"

	"afterword/assets"
)

// maxTemplate is how long a template may be, in bytes.
const maxTemplate = 20000

// Problems returns what is wrong with a template, by line, in plain words. A
// template without problems can be used. Only names, {{if}}, {{else}} and
// {{end}} are known in it; {{/* a remark */}} is left out of the letter.
func (t Template) Problems() []Problem {
	found := append(problemsIn("subject", t.Subject), problemsIn("body", t.Body)...)
	if strings.TrimSpace(t.Body) == "" {
		found = append(found, Problem{Part: "body", Line: 1, Say: assets.L("The letter is empty.")})
	}
	if strings.Contains(strings.TrimSpace(t.Subject), "\n") {
		found = append(found, Problem{Part: "subject", Line: 2, Say: assets.L("A subject is one line.")})
	}
	return found
}

func problemsIn(part, text string) []Problem {
	if len(text) > maxTemplate {
		return []Problem{{Part: part, Say: assets.L("This is too long for a letter.")}}
	}
	trees, err := parse.Parse(part, text, "", "", map[string]any{"not": true, "and": true, "or": true})
	if err != nil {
		return []Problem{plainProblem(part, text, err)}
	}
	var found []Problem
	for name, tree := range trees {
		if name != part && tree != nil {
			found = append(found, Problem{part, lineAt(text, tree.Root.Position()), assets.L("A letter is one piece: {{define}} and {{block}} do not work here.")})
		}
	}
	if tree := trees[part]; tree != nil && tree.Root != nil {
		found = append(found, strangers(part, text, tree.Root)...)
	}
	if len(found) == 0 {
		found = leftBehind(part, text)
	}
	return found
}

// strangers finds what letters do not know, and names nobody knows.
func strangers(part, text string, node parse.Node) []Problem {
	var found []Problem
	add := func(n parse.Node, say string) {
		found = append(found, Problem{part, lineAt(text, n.Position()), say})
	}
	var pipe func(p *parse.PipeNode, alone bool)
	pipe = func(p *parse.PipeNode, alone bool) {
		if p == nil {
			return
		}
		if len(p.Decl) > 0 || len(p.Cmds) != 1 || alone && len(p.Cmds[0].Args) != 1 {
			add(p, notKnown(p.String()))
			return
		}
		for _, a := range p.Cmds[0].Args {
			switch a := a.(type) {
			case *parse.FieldNode:
				if say := unknownName(a.Ident); say != "" {
					add(a, say)
				}
			case *parse.PipeNode:
				pipe(a, false)
			case *parse.IdentifierNode:
				if alone {
					add(a, notKnown(a.Ident))
				}
			default:
				add(a, notKnown(a.String()))
			}
		}
	}
	switch n := node.(type) {
	case *parse.ListNode:
		if n == nil {
			return nil
		}
		for _, child := range n.Nodes {
			found = append(found, strangers(part, text, child)...)
		}
	case *parse.ActionNode:
		pipe(n.Pipe, true)
	case *parse.IfNode:
		pipe(n.Pipe, false)
		found = append(found, strangers(part, text, n.List)...)
		if n.ElseList != nil {
			found = append(found, strangers(part, text, n.ElseList)...)
		}
	case *parse.TextNode, *parse.CommentNode:
	default:
		add(n, notKnown(n.String()))
	}
	return found
}

func notKnown(what string) string {
	what, _, _ = strings.Cut(what, "}}")
	return assets.L("A letter cannot do \u201c{{.What}}\u201d. Names such as {{.Name}} work, and {{.If}} \u2026 {{.End}} around what may be left out.",
		assets.Args{"What": strings.Trim(what, "{} "), "Name": "{{.Role}}", "If": "{{if .Topic}}", "End": "{{end}}"})
}

// unknownName says that there is no such name, "" when there is.
func unknownName(ident []string) string {
	name := strings.Join(ident, ".")
	names := knownNames()
	if slices.Contains(names, name) {
		return ""
	}
	best, least := "", 3
	for _, n := range names {
		if d := distance(strings.ToLower(n), strings.ToLower(name)); d < least {
			best, least = n, d
		}
	}
	args := assets.Args{"Name": "{{." + name + "}}", "Near": "{{." + best + "}}"}
	if best != "" {
		return assets.L("There is no {{.Name}}. Did you mean {{.Near}}?", args)
	}
	return assets.L("There is no {{.Name}}. The list of names shows what there is.", args)
}

func knownNames() []string {
	names := []string{"Hello", "Dear"}
	for _, v := range Variables(English) {
		names = append(names, v.Name)
	}
	return names
}

var (
	whereItFailed = regexp.MustCompile(`^template: \w+:(\d+)(?::\d+)?: (.*)$`)
	noFunction    = regexp.MustCompile(`function "(\w+)" not defined`)
)

// plainProblem puts an error of the template parser into plain words.
func plainProblem(part, text string, err error) Problem {
	p := Problem{Part: part, Line: 1}
	message := err.Error()
	if m := whereItFailed.FindStringSubmatch(message); m != nil {
		p.Line, _ = strconv.Atoi(m[1])
		message = m[2]
	}
	p.Line = min(p.Line, 1+strings.Count(strings.TrimRight(text, "\n"), "\n"))
	switch m := noFunction.FindStringSubmatch(message); {
	case m != nil && slices.Contains(knownNames(), m[1]):
		p.Say = assets.L("Put a full stop before the name: {{.Name}}.", assets.Args{"Name": "{{." + m[1] + "}}"})
	case m != nil:
		p.Say = notKnown(m[1])
	case strings.Contains(message, "unclosed action"), strings.Contains(message, "unterminated"), strings.Contains(message, "'}'"):
		p.Say = assets.L("This name is not closed: {{.Open}} needs {{.Close}} behind it.", assets.Args{"Open": "{{", "Close": "}}"})
	case strings.Contains(message, "unexpected EOF"):
		p.Line = openIf(text)
		p.Say = assets.L("{{.If}} begins here and never ends: put {{.End}} behind the words it is for.", assets.Args{"If": "{{if}}", "End": "{{end}}"})
	case strings.Contains(message, "unexpected {{end}}"), strings.Contains(message, "unexpected {{else}}"):
		p.Say = assets.L("This {{.End}} ends nothing: there is no {{.If}} before it.", assets.Args{"If": "{{if}}", "End": "{{end}}"})
	case strings.Contains(message, "missing value for"):
		p.Say = assets.L("Something is missing between {{.Open}} and {{.Close}}.", assets.Args{"Open": "{{", "Close": "}}"})
	default:
		p.Say = assets.L("This cannot be read between {{.Open}} and {{.Close}}. Names such as {{.Name}} work.", assets.Args{"Open": "{{", "Close": "}}", "Name": "{{.Role}}"})
	}
	return p
}

var ifOrEnd = regexp.MustCompile(`\{\{-?\s*(if|with|range|end)\b`)

// openIf returns the line of the first {{if}} that has no {{end}}.
func openIf(text string) int {
	var open []int
	for _, m := range ifOrEnd.FindAllStringSubmatchIndex(text, -1) {
		switch {
		case text[m[2]:m[3]] != "end":
			open = append(open, m[0])
		case len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	if len(open) == 0 {
		return 1
	}
	return lineAt(text, parse.Pos(open[0]))
}

// leftBehind finds placeholders of other kinds, such as [Name], which would
// stand in the letter as they are.
func leftBehind(part, text string) []Problem {
	clean, err := template.New(part).Parse(text)
	if err != nil || clean.Tree == nil {
		return nil
	}
	var found []Problem
	bare := bareAction.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(".", len(s)) })
	for _, m := range english().placeholder.FindAllStringIndex(bare, -1) {
		say := assets.L("\u201c{{.Text}}\u201d would stand in the letter as it is. Use a name from the list.", assets.Args{"Text": bare[m[0]:m[1]]})
		found = append(found, Problem{part, lineAt(text, parse.Pos(m[0])), say})
	}
	return found
}

var bareAction = regexp.MustCompile(`\{\{[^}]*\}\}`)

func lineAt(text string, pos parse.Pos) int {
	return 1 + strings.Count(text[:min(int(pos), len(text))], "\n")
}

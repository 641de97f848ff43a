package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport is the map of the house: the packages of Afterword that each one
// may import. A package that is missing here does not belong.
var mayImport = map[string][]string{
	".":                    {"app", "app/command", "app/locale", "app/profile"},
	"bench":                {"data", "data/sqlite", "app/desk", "app/profile", "bench/probe"},
	"bench/baseline":       {"bench/probe"},
	"bench/probe":          {},
	"bench/probed":         {"app", "app/locale", "app/profile", "bench/probe"},
	"data":                 {},
	"widgets":              {},
	"assets":               {},
	"app/locale":           {},
	"data/sqlite":          {"data"},
	"app/followup":         {"data"},
	"app/invite":           {"data", "assets"},
	"app/letter":           {"data", "assets"},
	"app/reply":            {"data", "assets", "app/invite"},
	"app/words":            {"data", "assets"},
	"app/sheet":            {"data", "app/invite"},
	"app/holiday":          {"data"},
	"app/profile":          {"data"},
	"app/mailbox":          {"data", "assets"},
	"app/mailbox/dovecot":  {},
	"app/mailbox/smtptest": {},
	"app/desk":             {"data", "data/sqlite", "assets", "app/followup", "app/reply", "app/letter", "app/invite", "app/sheet", "app/words", "app/profile", "app/holiday"},
	"app/screen":           {"data", "widgets", "assets", "app/desk", "app/words", "app/letter", "app/invite", "app/sheet"},
	"app/command":          {"data", "assets", "app/desk", "app/followup", "app/reply", "app/letter", "app/invite", "app/words", "app/profile", "app/mailbox"},
	"app/demo":             {"data", "assets", "app/desk", "app/mailbox"},
	"app":                  {"data", "widgets", "assets", "app/demo", "app/desk", "app/letter", "app/mailbox", "app/profile", "app/reply", "app/screen", "app/words"},
}

// pure packages read no clock, no file, no network and no database.
var pure = []string{"data", "app/followup", "app/reply", "app/letter", "app/invite", "app/sheet", "app/words", "app/holiday"}

const (
	maxFile     = 300 // lines
	maxFunction = 80
)

// A source is one parsed file of the program.
type source struct {
	name, dir string
	fset      *token.FileSet
	file      *ast.File
}

func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		all = append(all, source{filepath.ToSlash(name), path.Dir(filepath.ToSlash(name)), fset, f})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestImports(t *testing.T) {
	for _, s := range sources(t) {
		for _, trouble := range imports(s) {
			t.Error(trouble)
		}
	}
}

func imports(s source) []string {
	var troubles []string
	allowed, known := mayImport[s.dir]
	if !known {
		return []string{s.name + ": no rule for package " + s.dir}
	}
	for _, im := range s.file.Imports {
		name, _ := strconv.Unquote(im.Path.Value)
		dep, ours := strings.CutPrefix(name, "afterword/")
		if ours && !slices.Contains(allowed, dep) {
			troubles = append(troubles, s.name+" imports "+dep)
		}
		if slices.Contains(pure, s.dir) && slices.Contains([]string{"os", "database/sql", "net", "net/http", "os/exec"}, name) {
			troubles = append(troubles, s.name+" is pure and imports "+name)
		}
	}
	return troubles
}

func TestSizes(t *testing.T) {
	for _, s := range sources(t) {
		lines := s.fset.Position(s.file.End()).Line
		if lines > maxFile {
			t.Errorf("%s has %d lines, at most %d", s.name, lines, maxFile)
		}
		for _, d := range s.file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if n := s.fset.Position(f.End()).Line - s.fset.Position(f.Pos()).Line + 1; n > maxFunction {
				t.Errorf("%s: %s has %d lines, at most %d", s.name, f.Name.Name, n, maxFunction)
			}
		}
	}
}

func TestDocComments(t *testing.T) {
	packages := make(map[string]string)
	for _, s := range sources(t) {
		if s.file.Doc != nil {
			packages[s.dir] += s.file.Doc.Text()
		} else if _, ok := packages[s.dir]; !ok {
			packages[s.dir] = ""
		}
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Name.IsExported() && (f.Doc == nil || !strings.HasPrefix(f.Doc.Text(), f.Name.Name+" ")) {
				t.Errorf("%s: %s has no comment that begins with its name", s.name, f.Name.Name)
			}
		}
	}
	for dir, text := range packages {
		plain := strings.Join(strings.Fields(text), " ")
		if dir != "." && !strings.Contains(plain, "It is pure") && !strings.Contains(plain, "It talks to") {
			t.Errorf("package %s does not say what it talks to, or that it is pure", dir)
		}
	}
}

// TestOneClock holds time.Now to the one place where the clock is made; the
// stopwatch of bench is none of the program's.
func TestOneClock(t *testing.T) {
	var places []string
	for _, s := range sources(t) {
		if s.dir == "bench" || s.dir == "bench/probe" {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && sel.Sel.Name == "Now" {
				if x, ok := sel.X.(*ast.Ident); ok && x.Name == "time" {
					places = append(places, s.name)
				}
			}
			return true
		})
	}
	if want := []string{"app/profile/clock.go"}; !slices.Equal(places, want) {
		t.Errorf("time.Now in %v, want %v", places, want)
	}
}

// TestMapCanFail tries the checks on a source that breaks them.
func TestMapCanFail(t *testing.T) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "x.go", "package followup\nimport (\"os\"; \"afterword/widgets\")\nvar _ = os.Args\nvar _ widgets.Kit", 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := imports(source{"app/followup/x.go", "app/followup", fset, f}); len(got) != 2 {
		t.Errorf("imports = %q, want two troubles", got)
	}
	if got := imports(source{"app/misc/x.go", "app/misc", fset, f}); len(got) != 1 {
		t.Errorf("imports of an unknown package = %q, want one trouble", got)
	}
}

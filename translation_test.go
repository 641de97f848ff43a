package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"go/ast"
	"os"
	"strconv"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the English catalogue from the source")

const catalogue = "assets/translation/en.json"

// TestTranslation holds the English catalogue to the words of the source, so
// that a translator finds every one of them. Run it with -update to rewrite it.
func TestTranslation(t *testing.T) {
	words := make(map[string]any)
	for _, s := range sources(t) {
		ast.Inspect(s.file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				phrase(call, s.dir == "assets", words)
			}
			return true
		})
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "\t")
	if err := e.Encode(words); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(catalogue, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	have, err := os.ReadFile(catalogue)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, out.Bytes()) {
		t.Errorf("%s is not what the source says; run: go test . -run TestTranslation -update", catalogue)
	}
}

// phrase notes the words of assets.L and assets.N, or of L within assets.
func phrase(call *ast.CallExpr, inside bool, words map[string]any) {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok && x.Name == "assets" {
			name = f.Sel.Name
		}
	case *ast.Ident:
		if inside {
			name = f.Name
		}
	}
	switch {
	case name == "L" && len(call.Args) > 0:
		if text, ok := literal(call.Args[0]); ok {
			words[text] = text
		}
	case name == "N" && len(call.Args) > 1:
		one, ok1 := literal(call.Args[0])
		other, ok2 := literal(call.Args[1])
		if ok1 && ok2 {
			words[other] = map[string]string{"one": one, "other": other}
		}
	}
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

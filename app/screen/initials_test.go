package screen

import (
	"testing"

	"afterword/data"
)

func TestInitials(t *testing.T) {
	for name, want := range map[string]string{
		"Dana Ruiz": "DR", "ana maría lópez": "AM", "Zoë 🎉 Ångström": "ZÅ", "(Dana) Ruiz": "DR",
		"Γιώργος Παπαδόπουλος": "ΓΠ", "Иван Петров": "ИП", "יוסי כהן": "יכ", "Nguyễn Thị Hạnh": "NT",
		"王小明": "王", "田中 太郎": "田", "김민준": "김", "محمد الأحمد": "م",
		"": "", "🎉 42": "",
	} {
		if got := initials(name); got != want {
			t.Errorf("initials of %q: got %q, want %q", name, got, want)
		}
	}
	if got := initialsOf(data.Person{Addresses: []string{"dana@acme.example"}}); got != "D" {
		t.Errorf("initials of an address: got %q, want D", got)
	}
	if got := initialsOf(data.Person{}); got != "?" {
		t.Errorf("initials of nobody: got %q, want ?", got)
	}
}

package invite

import (
	"strings"
	"sync"
	"unicode"
)

// jobWords are the words, in lower case, by which a job is known in four
// languages. German and French words end in several ways: their stems count.
var jobWords = sync.OnceValue(func() map[string]bool {
	return set(`designer engineer developer programmer manager analyst scientist researcher consultant architect lead director head
		assistant specialist coordinator accountant nurse teacher editor writer administrator technician intern officer associate
		representative recruiter partner advisor adviser planner strategist marketer controller producer supervisor buyer clerk executive
		librarian lawyer counsel paralegal physician pharmacist therapist chef driver electrician mechanic operator secretary
		receptionist translator tester sre devops cto cfo ceo coo vp president owner copywriter tutor trainer auditor curator principal
		entwickler ingenieur leiter leiterin berater sachbearbeiter referent referentin mitarbeiter kauffrau kaufmann analystin techniker
		lehrer lehrerin pfleger pflegerin werkstudent werkstudentin praktikant praktikantin redakteur redakteurin gestalter architektin
		controllerin buchhalter buchhalterin produktmanager produktdesigner projektleiter projektleiterin projektmanager teamleiter teamleiterin
		d\u00e9veloppeur d\u00e9veloppeuse ing\u00e9nieur ing\u00e9nieure charg\u00e9 charg\u00e9e responsable concepteur conceptrice comptable assistante
		directeur directrice graphiste infirmier infirmi\u00e8re chef cheffe r\u00e9dacteur r\u00e9dactrice consultante technicien technicienne stagiaire
		analyste formateur formatrice alternant enseignant
		desarrollador desarrolladora ingeniero ingeniera dise\u00f1ador dise\u00f1adora gerente jefe jefa analista contable asistente directora
		t\u00e9cnico t\u00e9cnica enfermera enfermero redactor redactora consultor consultora investigador investigadora administrativo administrativa profesor profesora becario`)
})

func set(words string) map[string]bool {
	all := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		all[w] = true
	}
	return all
}

// isJob reports whether words name a job.
func isJob(words string) bool {
	for w := range strings.FieldsFuncSeq(strings.ToLower(words), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if jobWords()[w] || jobWords()[strings.TrimSuffix(w, "s")] {
			return true
		}
		for _, end := range []string{"designer", "designerin", "entwickler", "entwicklerin", "ingenieur", "ingenieurin", "leiter", "leiterin", "manager", "managerin", "berater", "beraterin", "sachbearbeiter", "sachbearbeiterin", "mitarbeiter", "mitarbeiterin", "analyst", "techniker", "technikerin", "engineer", "gestalter", "gestalterin", "pfleger", "pflegerin", "lehrer", "lehrerin"} {
			if len(w) > len(end) && strings.HasSuffix(w, end) {
				return true
			}
		}
	}
	return false
}

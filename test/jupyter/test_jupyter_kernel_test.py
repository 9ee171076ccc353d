"""Jupyter's own kernel test suite, with every capability declared."""

import jupyter_kernel_test
from kernel import KERNEL


class FallLineTests(jupyter_kernel_test.KernelTests):
    kernel_name = KERNEL
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = "console.log('hello, world')"
    code_stderr = "console.error('oops')"
    completion_samples = [
        {"text": "Math.ma", "matches": {"max"}},
        {"text": "const zebra = 1; zeb", "matches": {"zebra"}},
    ]
    complete_code_samples = ["1 + 1", "const a = 1", "function f() { return 1 }", "for (;;) {\n}"]
    incomplete_code_samples = ["function f() {", "const a = [1,", "`abc", "/* comment"]
    invalid_code_samples = ["const = 3", "1 +* 2"]
    code_page_something = "Math.max?"
    code_generate_error = "throw new Error('x')"
    code_execute_result = [{"code": "1 + 2", "result": "3"}, {"code": "'a'", "result": "'a'"}]
    code_display_data = [
        {"code": "import { display } from 'tslab'; display.html('<b>x</b>')", "mime": "text/html"}
    ]
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "1*2*"
    code_inspect_sample = "Math.max"
    code_clear_output = "console.clear()"


class FallLineWelcomeTests(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = KERNEL
    support_iopub_welcome = True

import 'nhsuk-frontend/dist/nhsuk/nhsuk-frontend-dynamic-type.css'
import './linnet.css'
